package org.palabre.benchmarks;

import java.sql.SQLException;

/** Fills a store with gatherings that could have been announced: one that was, over and over again under other names. */
final class GatheringCopies {

    /** A copy has an id, a slug, a title and a time of its own; its seats are not offered. */
    private static final String COPY = """
            with writer as materialized (select pg_current_xact_id() as id)
            insert into event (global_index, event_id, aggregate_id, sequence, aggregate_type, type, revision,
                               occurred_at, payload, metadata)
            select case when writer.id is not null then nextval('event_index') end, gen_random_uuid(),
                   md5(aggregate_id || copy)::uuid::text, sequence, aggregate_type, type, revision, occurred_at,
                   convert_to((json || jsonb_strip_nulls(jsonb_build_object(
                       'gatheringId', md5(aggregate_id || copy)::uuid,
                       'slug', (json ->> 'slug') || '-' || copy,
                       'announcement', (json -> 'announcement') || jsonb_build_object(
                           'title', format('Rencontre %s %s', left(md5((copy % 3000)::text), 6), left(md5((copy % 171)::text), 5)),
                           'startsAt', to_char(now() + copy * interval '5 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                           'endsAt', to_char(now() + copy * interval '6 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))))::text, 'UTF8'),
                   metadata
            from writer, generate_series(?, ?) copy,
                 (select *, convert_from(payload, 'UTF8')::jsonb as json from event where aggregate_id = ?) original
            order by copy, sequence
            """;

    private static final int AT_ONCE = 5_000;

    private GatheringCopies() {}

    /** @param original the id of one that is approved */
    static void fill(Stage stage, String original, int number) throws SQLException {
        try (var connection = stage.database().connect();
                var copy = connection.prepareStatement(COPY)) {
            for (int first = 1; first <= number; first += AT_ONCE) {
                copy.setInt(1, first);
                copy.setInt(2, Math.min(number, first + AT_ONCE - 1));
                copy.setString(3, original);
                copy.executeUpdate();
            }
        }
        Progress.say("the projections catch up with %,d gatherings".formatted(number));
        stage.awaitProjections();
        try (var connection = stage.database().connect();
                var statement = connection.createStatement()) {
            // or PostgreSQL would do it while something is measured
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
