package org.palabre.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills a store with events that could have happened: a small fair that did happen, over and over again. */
final class Copies {

    private static final int CONNECTIONS = 4;
    private static final int INTERVIEWS = 128;

    /** A copy has students, companies and inscriptions of its own; names and accounts stay those of the original. */
    private static final String COPY = """
            with writer as materialized (select pg_current_xact_id() as id)
            insert into event (global_index, event_id, aggregate_id, sequence, aggregate_type, type, revision,
                               occurred_at, payload, metadata)
            select case when writer.id is not null then nextval('event_index') end, gen_random_uuid(),
                   pg_temp.of_copy(aggregate_id, copy), sequence, aggregate_type, type, revision, occurred_at,
                   convert_to((json || jsonb_strip_nulls(jsonb_build_object(
                       'companyId', pg_temp.of_copy(json ->> 'companyId', copy),
                       'studentId', pg_temp.of_copy(json ->> 'studentId', copy),
                       'inscriptionId', pg_temp.of_copy(json ->> 'inscriptionId', copy),
                       'tokenHash', pg_temp.of_copy(json ->> 'tokenHash', copy))))::text, 'UTF8'),
                   metadata
            from writer,
                 (values (?)) number (copy),
                 (select *, convert_from(payload, 'UTF8')::jsonb as json from event where global_index <= ?) original
            where type like 'queues.%'
            order by global_index
            """;

    private Copies() {}

    static void fill(Stage stage, long events) throws Exception {
        for (var interviews : Interviews.on(CONNECTIONS, stage)) {
            for (int round = 0; round < INTERVIEWS; round++) {
                interviews.round(new Stopwatch());
            }
        }
        try (var connection = stage.database().connect()) {
            copy(connection, stage.database().events(), events);
        }
        Progress.say("the projections catch up");
        stage.awaitProjections();
        try (var connection = stage.database().connect();
                var statement = connection.createStatement()) {
            // or PostgreSQL would do it while something is measured
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static void copy(Connection connection, long original, long events) throws SQLException {
        try (var statement = connection.createStatement();
                var copy = connection.prepareStatement(COPY)) {
            statement.execute("create function pg_temp.of_copy(id text, copy int) returns text language sql immutable"
                    + " return md5(id || copy)::uuid::text");
            var all = original;
            for (int number = 1; all < events; number++) {
                copy.setInt(1, number);
                copy.setLong(2, original);
                all += copy.executeUpdate();
            }
            Progress.say("%,d events".formatted(all));
        }
    }
}
