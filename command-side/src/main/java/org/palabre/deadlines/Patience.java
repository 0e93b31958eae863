package org.palabre.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.modelling.command.Aggregate;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/**
 * With deadlines whose cause is missing: around Axon Server they are stored just ahead of it, and a crash may prevent it.
 * And with those that tell news, which get old.
 */
@Component
public class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** As long as mail servers try (RFC 5321, 4.5.4.1). */
    private static final Duration LIFE_OF_NEWS = Duration.ofDays(5);

    private final Clock clock;

    Patience(Clock clock) {
        this.clock = clock;
    }

    /**
     * Has a deadline wait for its cause, and does nothing once that is too late to come.
     *
     * @param since when the deadline was set
     */
    public void waitForCause(Instant since) {
        if (clock.instant().isBefore(since.plus(LONGEST))) {
            throw new Refused(Common.UNAVAILABLE);
        }
    }

    /**
     * The same for a deadline that an event has caused.
     *
     * @param aggregate whose event it was
     * @param version of the aggregate with that event
     */
    public void waitForCause(Aggregate<?> aggregate, long version, Instant since) {
        if (Objects.requireNonNull(aggregate.version()) < version) {
            waitForCause(since);
        }
    }

    /** Whether what happened then is no news any more. */
    public boolean isTooLateToTell(Instant happened) {
        return clock.instant().isAfter(happened.plus(LIFE_OF_NEWS));
    }
}
