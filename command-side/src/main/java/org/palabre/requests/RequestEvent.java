package org.palabre.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;

/** What has become of a request that its caller gave a key. */
public sealed interface RequestEvent extends DomainEvent {

    String requestId();

    /**
     * It was carried out, or refused by a rule of the domain.
     *
     * @param requestId a hash of the caller and the key
     * @param fingerprint of what was asked
     * @param answerType its name as a message; {@code null} where there was nothing to say
     * @param answer its content; it may hold a secret that is shown but once, so its subject is the day, whose key is
     *     destroyed when nobody may ask any more
     */
    record RequestAnswered(
            String requestId,
            String fingerprint,
            @Nullable String answerType,
            @Nullable Personal answer,
            Instant at) implements RequestEvent {}
}
