package org.palabre.benchmarks;

import java.util.ArrayList;
import org.palabre.platform.Fair;

/** Browsers that ask for their next pair of tokens, each in a session of its own. */
record Refreshes(int connections, String aim) implements Benchmark {

    @Override
    public String name() {
        return "refreshing tokens on %d connections".formatted(connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var workers = new ArrayList<Worker>();
            for (var person : stage.students(connections)) {
                var caller = new Caller(stage.connect(), "");
                var newest = new String[] {
                    caller.post(
                                    "/api/auth/login",
                                    "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), Fair.PASSWORD))
                            .is(200)
                            .text("\"refresh\":\"")
                };
                workers.add(stopwatch -> stopwatch.time(
                        () -> newest[0] = caller.post("/api/auth/refresh", "{\"refresh\":\"" + newest[0] + "\"}")
                                .is(200)
                                .text("\"refresh\":\"")));
            }
            return Result.of(Load.run(workers, stage::cpu), Ceiling.inserts(stage, connections));
        }
    }
}
