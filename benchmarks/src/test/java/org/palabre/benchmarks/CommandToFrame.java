package org.palabre.benchmarks;

import java.util.List;

/** From sending a command until the frame that shows what it changed has arrived on a socket. */
record CommandToFrame(String aim) implements Benchmark {

    @Override
    public String name() {
        return "command → frame on one socket";
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var stand = Stand.at(stage);
            var socket = stage.follow(stand.company());
            Worker worker = stopwatch -> {
                stopwatch.time(() -> {
                    stand.ask();
                    socket.await(stand.shown() + ",");
                });
                stand.answer();
            };
            return Result.of(Load.run(List.of(worker), stage::cpu), Ceiling.inserts(stage, 1));
        }
    }
}
