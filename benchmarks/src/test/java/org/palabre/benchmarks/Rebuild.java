package org.palabre.benchmarks;

import java.time.Duration;

/** The projection of the fair is built again, from the first event on. */
record Rebuild(LongHistory history, String aim) implements Benchmark {

    private static final String PROJECTION = "queues";

    @Override
    public String name() {
        return "rebuild of a projection";
    }

    @Override
    public Result measure() throws Exception {
        try (var stage = Stage.at(history.home())) {
            stage.awaitProjections();
            var events = stage.database().events();
            Progress.say("rebuilding from %,d events".formatted(events));
            var cpu = stage.cpu();
            var start = System.nanoTime();
            stage.admin()
                    .post("/api/admin/projections/" + PROJECTION + "/replay")
                    .is(202);
            stage.awaitProjections();
            var time = Duration.ofNanos(System.nanoTime() - start);
            var cpuMillis = stage.cpu().minus(cpu).toNanos() / 1e6;
            return new Result(
                    "%,.0f/s events".formatted(events / (time.toNanos() / 1e9)),
                    "–",
                    Result.millis(cpuMillis / events),
                    Ceiling.orderedReads(stage));
        }
    }
}
