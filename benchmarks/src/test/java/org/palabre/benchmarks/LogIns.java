package org.palabre.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.palabre.platform.Fair;

/** People who log in, each with a password that is slow to compare on purpose. */
record LogIns(int connections, String aim) implements Benchmark {

    @Override
    public String name() {
        return "logging in on %d connections".formatted(connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            return Result.of(Load.run(workers(stage, connections), stage::cpu), "–");
        }
    }

    /** Each logs in as somebody else. */
    static List<Worker> workers(Stage stage, int connections) throws Exception {
        var workers = new ArrayList<Worker>();
        for (var person : stage.students(connections)) {
            var caller = new Caller(stage.connect(), "");
            var body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), Fair.PASSWORD);
            workers.add(stopwatch ->
                    stopwatch.time(() -> caller.post("/api/auth/login", body).is(200)));
        }
        return workers;
    }
}
