package org.palabre.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** What deadlines rest on. Around Axon Server a deadline is stored just ahead of its cause, which a crash may prevent. */
@Component
public class Causes {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Clock clock;

    Causes(Clock clock) {
        this.clock = clock;
    }

    /** Has a deadline wait whose cause is not there, and does nothing once that is too long ago to come. */
    public void missing(Instant since) {
        if (clock.instant().isBefore(since.plus(PATIENCE))) {
            throw new Refused(Common.UNAVAILABLE);
        }
    }
}
