package org.palabre.proofs.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a writer means to do in one transaction. */
record Plan(List<Step> steps, Ending ending) {

    private static final int AGGREGATES = 100;

    sealed interface Step {

        /** Writes something else, so that the transaction has its id long before it appends. */
        record WriteElsewhere() implements Step {}

        record Append(String aggregate, int events) implements Step {}

        record Pause(Duration time) implements Step {}
    }

    enum Ending {
        COMMIT,
        ROLL_BACK,
        /** The server's process is gone before the transaction is committed. */
        CRASH
    }

    static Plan by(Random random) {
        List<Step> steps = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            steps.add(new Step.WriteElsewhere());
            steps.add(pause(random));
        }
        for (int append = random.nextInt(3); append >= 0; append--) {
            steps.add(new Step.Append("aggregate-" + random.nextInt(AGGREGATES), 1 + random.nextInt(3)));
            steps.add(pause(random));
        }
        return new Plan(steps, ending(random));
    }

    /** Mostly next to none, now and then long enough for hundreds of others to come and go. */
    private static Step pause(Random random) {
        return new Step.Pause(
                switch (Integer.valueOf(random.nextInt(300))) {
                    case 0 -> Duration.ofMillis(150);
                    case Integer n when n < 20 -> Duration.ofMillis(random.nextInt(20));
                    default -> Duration.ofNanos(random.nextInt(500_000));
                });
    }

    private static Ending ending(Random random) {
        return switch (Integer.valueOf(random.nextInt(100))) {
            case Integer n when n < 2 -> Ending.CRASH;
            case Integer n when n < 15 -> Ending.ROLL_BACK;
            default -> Ending.COMMIT;
        };
    }
}
