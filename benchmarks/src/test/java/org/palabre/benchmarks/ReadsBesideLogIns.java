package org.palabre.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whether those who only look are kept waiting by those who log in. */
record ReadsBesideLogIns(int logIns, String aim) implements Benchmark {

    @Override
    public String name() {
        return "GET of a list on 4 connections while %d others log in".formatted(logIns);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var readers = new ArrayList<Worker>();
            for (int i = 0; i < 4; i++) {
                var caller = new Caller(stage.connect(), "");
                readers.add(stopwatch ->
                        stopwatch.time(() -> caller.get("/api/companies").is(200)));
            }
            var alone = Load.run(readers, stage::cpu);
            try (var _ = Crowd.of(LogIns.workers(stage, logIns))) {
                var beside = Load.run(readers, stage::cpu);
                return new Result(
                        "%s, of %s alone".formatted(beside.rate(), alone.rate()),
                        "%s, alone %s".formatted(beside.latencies(), alone.latencies()),
                        "–",
                        "–");
            }
        }
    }

    /** Does its work until it is no longer needed. */
    private static final class Crowd implements AutoCloseable {

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private volatile boolean over;

        static Crowd of(List<Worker> workers) {
            var crowd = new Crowd();
            for (var worker : workers) {
                crowd.threads.submit(() -> {
                    var nobodys = new Stopwatch();
                    while (!crowd.over) {
                        worker.round(nobodys);
                    }
                    return null;
                });
            }
            return crowd;
        }

        @Override
        public void close() {
            over = true;
            threads.close();
        }
    }
}
