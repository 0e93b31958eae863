package org.palabre.shared;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text about a person. In the event store it is encrypted with a key of its subject, and once that key is destroyed it
 * reads back as erased, replays included.
 *
 * @param subject the account that the text is about
 * @param text what it says, {@code null} once erased
 */
public record Personal(UUID subject, @Nullable String text) {

    public static Personal of(UUID subject, String text) {
        return new Personal(subject, Objects.requireNonNull(text));
    }

    public boolean erased() {
        return text == null;
    }

    /** The text, or nothing at all once it is erased. */
    public String orEmpty() {
        return text == null ? "" : text;
    }

    /** Shows the subject only, so that no log holds what is personal. */
    @Override
    public String toString() {
        return "Personal[" + subject + "]";
    }
}
