package org.palabre.platform;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.pollinterval.IterativePollInterval;

/** How long is waited for what comes soon: on a machine that has much else to do, too. */
public final class Patience {

    public static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /** Looks at once, and less and less often. */
    public static ConditionFactory await() {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(IterativePollInterval.iterative(Patience::longer, FIRST_PAUSE));
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
