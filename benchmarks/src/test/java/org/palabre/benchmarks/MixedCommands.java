package org.palabre.benchmarks;

/** What happens at a fair all day long, by students with their JWT and companies with their token. */
record MixedCommands(int connections, String aim) implements Benchmark {

    @Override
    public String name() {
        return "mixed commands on %d connection%s".formatted(connections, connections == 1 ? "" : "s");
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var workers = Interviews.on(connections, stage);
            stage.awaitProjections();
            return Result.of(Load.run(workers, stage::cpu), Ceiling.inserts(stage, connections));
        }
    }
}
