package org.palabre.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.palabre.platform.Fair.Person;

/**
 * Students who go through interviews, one after the other: join, start, complete, available again. Nobody has two at one
 * company, so whenever all have been at one, the next one opens its stand, which is neither timed nor counted.
 */
final class Interviews implements Worker {

    private static final int STUDENTS = 16;
    private static final String AVAILABLE = "{\"status\":\"available\"}";

    private final HttpConnection connection;
    private final Caller admin;
    private final List<Caller> students;
    private final Queue<Caller> toCome = new ArrayDeque<>();
    private Caller company;
    private String joining = "";

    private Interviews(Stage stage, List<Person> students) throws IOException {
        connection = stage.connect();
        admin = new Caller(connection, stage.admin().token());
        this.students = students.stream()
                .map(student -> new Caller(connection, student.client().token()))
                .toList();
        company = openStand();
    }

    /** Each connection with students and companies of its own. */
    static List<Interviews> on(int connections, Stage stage)
            throws IOException, InterruptedException, ExecutionException {
        var students = stage.students(connections * STUDENTS);
        var all = new ArrayList<Interviews>();
        for (int i = 0; i < connections; i++) {
            all.add(new Interviews(stage, students.subList(i * STUDENTS, (i + 1) * STUDENTS)));
        }
        return all;
    }

    @Override
    public void round(Stopwatch stopwatch) throws Exception {
        if (toCome.isEmpty()) {
            company = openStand();
        }
        var student = toCome.remove();
        var joined = new Reply[1];
        stopwatch.time(() -> joined[0] = student.post("/api/queues", joining).is(201));
        var place = "/api/company/me/queue/" + joined[0].id();
        stopwatch.time(() -> company.post(place + "/start").is(200));
        stopwatch.time(() -> company.post(place + "/complete").is(200));
        stopwatch.time(() -> student.put("/api/students/me/status", AVAILABLE).is(200));
    }

    private Caller openStand() throws IOException {
        var answer = admin.post("/api/admin/companies", "{\"name\":\"Stand %s\"}".formatted(UUID.randomUUID()))
                .is(201);
        joining = "{\"company_id\":\"" + answer.id() + "\"}";
        toCome.addAll(students);
        return new Caller(connection, answer.text("\"access_token\":\""));
    }
}
