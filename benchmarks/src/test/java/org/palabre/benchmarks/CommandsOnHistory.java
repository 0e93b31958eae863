package org.palabre.benchmarks;

/** The mixed commands where much has happened before, against where little has. */
record CommandsOnHistory(LongHistory history, String aim) implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int FEW = 10_000;

    @Override
    public String name() {
        return "mixed commands after %,d events, against %,d".formatted(LongHistory.EVENTS, FEW);
    }

    @Override
    public Result measure() throws Exception {
        var afterFew = afterFew();
        try (var stage = Stage.at(history.home())) {
            var afterMany = commands(stage);
            var difference = 100 * (afterMany.perSecond() / afterFew.perSecond() - 1);
            return new Result(
                    "%+.0f %% (%s against %s)".formatted(difference, afterMany.rate(), afterFew.rate()),
                    afterMany.latencies(),
                    Result.millis(afterMany.cpuMillisPerOperation()),
                    Ceiling.inserts(stage, CONNECTIONS));
        }
    }

    private static Measured afterFew() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            Copies.fill(stage, FEW);
            return commands(stage);
        }
    }

    private static Measured commands(Stage stage) throws Exception {
        var workers = Interviews.on(CONNECTIONS, stage);
        stage.awaitProjections();
        return Load.run(workers, stage::cpu);
    }
}
