package org.palabre.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What a platform costs that nobody uses, after somebody has. */
record Idle(String aim) implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int ROUNDS = 100;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var interviews = Interviews.on(1, stage).getFirst();
            for (int round = 0; round < ROUNDS; round++) {
                interviews.round(new Stopwatch());
            }
            stage.awaitProjections();
            Progress.say("nothing happens for " + TIME.toSeconds() + " s");
            var transactions = stage.database().transactions();
            var cpu = stage.cpu();
            LockSupport.parkNanos(TIME.toNanos());
            var core = 100.0 * stage.cpu().minus(cpu).toNanos() / TIME.toNanos();
            var perSecond = (stage.database().transactions() - transactions) / (double) TIME.toSeconds();
            return new Result("%.1f %% of a core, %.1f transactions/s".formatted(core, perSecond), "–", "–", "–");
        }
    }
}
