package org.palabre.benchmarks;

import java.util.ArrayList;

/** Everybody joins and leaves the same queue: decisions about one company are made one after the other. */
record OneCompany(int connections, String aim) implements Benchmark {

    @Override
    public String name() {
        return "joining and leaving one company on %d connections".formatted(connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var company = stage.company("Stand");
            var joining = "{\"company_id\":\"" + company.id() + "\"}";
            var workers = new ArrayList<Worker>();
            for (var student : stage.students(connections)) {
                var caller = new Caller(stage.connect(), student.client().token());
                workers.add(stopwatch -> joinAndLeave(caller, joining, stopwatch));
            }
            stage.awaitProjections();
            return Result.of(Load.run(workers, stage::cpu), Ceiling.inserts(stage, 1));
        }
    }

    private static void joinAndLeave(Caller student, String joining, Stopwatch stopwatch) throws Exception {
        var joined = new Reply[1];
        stopwatch.time(() -> joined[0] = student.post("/api/queues", joining).is(201));
        stopwatch.time(() -> student.delete("/api/queues/" + joined[0].id()).is(204));
    }
}
