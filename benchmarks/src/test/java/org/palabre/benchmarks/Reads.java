package org.palabre.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.palabre.platform.Fair.Company;

/** What is looked at all day long: a company's board, the list of companies, one of them, one's own places. */
record Reads(int connections, String aim) implements Benchmark {

    private static final int COMPANIES = 32;
    private static final int STUDENTS = 64;
    private static final int PLACES_OF_A_STUDENT = 4;

    @Override
    public String name() {
        return "GET of boards and lists on %d connections".formatted(connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var workers = readers(stage);
            stage.awaitProjections();
            return Result.of(Load.run(workers, stage::cpu), Ceiling.pointReads(stage, connections));
        }
    }

    private List<Worker> readers(Stage stage) throws Exception {
        var students = stage.students(STUDENTS);
        var companies = new ArrayList<Company>();
        for (int i = 0; i < COMPANIES; i++) {
            companies.add(stage.company("Stand " + i));
        }
        for (int i = 0; i < STUDENTS; i++) {
            for (int place = 0; place < PLACES_OF_A_STUDENT; place++) {
                stage.platform().fair().join(students.get(i), companies.get((i + place) % COMPANIES));
            }
        }
        var readers = new ArrayList<Worker>();
        for (int i = 0; i < connections; i++) {
            var connection = stage.connect();
            var company = companies.get(i % COMPANIES);
            readers.add(reader(
                    new Caller(connection, ""),
                    new Caller(connection, company.token()),
                    company.id(),
                    new Caller(connection, students.get(i % STUDENTS).client().token())));
        }
        return readers;
    }

    private static Worker reader(Caller visitor, Caller company, String id, Caller student) {
        return stopwatch -> {
            stopwatch.time(() -> company.get("/api/company/me").is(200));
            stopwatch.time(() -> visitor.get("/api/companies").is(200));
            stopwatch.time(() -> visitor.get("/api/companies/" + id).is(200));
            stopwatch.time(() -> student.get("/api/queues").is(200));
        };
    }
}
