package org.palabre.requests;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.palabre.shared.Refused.Common.IDEMPOTENCY_KEY_REUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.requests.RequestEvent.RequestAnswered;
import org.palabre.shared.Refused;

/** A request with a key, and how it was answered. */
@Aggregate(lockFactory = "requestLocks")
class KeyedRequest {

    static final Duration REPEATED_FOR = Duration.ofHours(24);

    private @Nullable RequestAnswered last;

    KeyedRequest() {}

    @AggregateIdentifier
    @Nullable
    String id() {
        return last == null ? null : last.requestId();
    }

    /** The answer that is to be given again; nothing if it is the first of a day. Refuses another request by the same key. */
    Optional<RequestAnswered> answeredBefore(String fingerprint, Instant now) {
        var recent = Optional.ofNullable(last).filter(it -> now.isBefore(it.at().plus(REPEATED_FOR)));
        if (recent.isPresent() && !recent.get().fingerprint().equals(fingerprint)) {
            throw new Refused(IDEMPOTENCY_KEY_REUSED);
        }
        return recent;
    }

    void answer(RequestAnswered answered) {
        apply(answered);
    }

    @EventSourcingHandler
    void on(RequestEvent event) {
        last = switch (event) {
            case RequestAnswered answered -> answered;
        };
    }
}
