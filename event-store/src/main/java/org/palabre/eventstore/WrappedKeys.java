package org.palabre.eventstore;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the keys of subjects are kept, each wrapped by the {@link MasterKey}. */
public interface WrappedKeys {

    /**
     * The key of a subject.
     *
     * @param base64 {@code null} once it is destroyed
     */
    record WrappedKey(@Nullable String base64) {}

    /** Asks for a subject's key, where it is kept by the other side; answered by an optional {@link WrappedKey}. */
    record FindWrappedKey(UUID subject) {}

    /** The key of the subject, if it ever had one. */
    Optional<WrappedKey> find(UUID subject);

    /** Gives a subject its key, in the current transaction, unless it has one. */
    void add(UUID subject, WrappedKey key);

    /** Destroys the subject's key for ever, in the current transaction, also when there never was one. */
    void destroy(UUID subject);
}
