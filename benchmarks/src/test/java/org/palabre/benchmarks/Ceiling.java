package org.palabre.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** What the database alone does for so many connections at once, on the same machine, with nothing in between. */
final class Ceiling {

    private static final int PAGE = 1_000;

    private Ceiling() {}

    /** Makes a worker of a connection. */
    @FunctionalInterface
    private interface Work {

        Worker over(Connection connection) throws SQLException;
    }

    /** Rows of an event's size, each of them a transaction of its own that outlives a crash. */
    static String inserts(Stage stage, int connections) throws Exception {
        try (var connection = stage.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists bare (id bigint generated always as identity primary key, payload bytea)");
        }
        var measured = measure(stage, connections, connection -> {
            var statement = connection.prepareStatement("insert into bare (payload) values (?)");
            statement.setBytes(1, new byte[500]);
            return stopwatch -> stopwatch.time(statement::execute);
        });
        return measured.rate() + " inserts";
    }

    /** Events by their index, one by one. */
    static String pointReads(Stage stage, int connections) throws Exception {
        var events = stage.database().events();
        var measured = measure(stage, connections, connection -> {
            var statement = connection.prepareStatement("select payload from event where global_index = ?");
            return stopwatch -> {
                statement.setLong(1, ThreadLocalRandom.current().nextLong(events));
                stopwatch.time(statement::execute);
            };
        });
        return measured.rate() + " point reads";
    }

    /** All events in their order, page by page. */
    static String orderedReads(Stage stage) throws Exception {
        var pages = stage.database().events() / PAGE;
        var measured = measure(stage, 1, connection -> {
            var statement = connection.prepareStatement(
                    "select * from event where global_index > ? order by global_index limit " + PAGE);
            return stopwatch -> {
                for (long page = 0; page < pages; page++) {
                    statement.setLong(1, page * PAGE);
                    stopwatch.time(statement::execute);
                }
            };
        });
        return "%,.0f/s events read in order".formatted(measured.perSecond() * PAGE);
    }

    private static Measured measure(Stage stage, int number, Work work) throws Exception {
        Progress.say("the database alone");
        var connections = new ArrayList<Connection>();
        try {
            var workers = new ArrayList<Worker>();
            for (int i = 0; i < number; i++) {
                var connection = stage.database().connect();
                connections.add(connection);
                workers.add(work.over(connection));
            }
            return Load.run(workers, stage::cpu);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
