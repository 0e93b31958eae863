package org.palabre.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/** From the command line to the first answer, with a long history behind. */
record Start(LongHistory history, String aim) implements Benchmark {

    private static final int TIMES = 3;

    @Override
    public String name() {
        return "start after %,d events".formatted(LongHistory.EVENTS);
    }

    @Override
    public Result measure() throws Exception {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < TIMES; i++) {
            times.add(once());
        }
        Collections.sort(times);
        return new Result("%.1f s".formatted(times.get(TIMES / 2).toMillis() / 1e3), "–", "–", "–");
    }

    private Duration once() throws Exception {
        var start = System.nanoTime();
        try (var platform = Stage.launch(history.home())) {
            platform.anyone().get("/api/companies").is(200);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
