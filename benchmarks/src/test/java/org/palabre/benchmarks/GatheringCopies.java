package org.palabre.benchmarks;

import java.sql.SQLException;

/** Fills a store with gatherings that could have been announced: one that was, over and over again as another. */
final class GatheringCopies {

    /** A copy has an id, a slug, a topic, a price, a place and a time of its own; its seats are not offered. */
    private static final String COPY = """
            with writer as materialized (select pg_current_xact_id() as id),
                original as (
                    select *, convert_from(payload, 'UTF8')::jsonb as json from event where aggregate_id = ?),
                copy as (
                    select number, md5(? || number)::uuid as id,
                        (?::text[])[1 + number % ?] as kind, (?::text[])[1 + number / 7 % ?] as theme,
                        (?::text[])[town] as town, (?::float[])[town] + sin(number) / 10 as latitude,
                        (?::float[])[town] + cos(number) / 10 as longitude,
                        now() + number * interval '5 minutes' as starts_at
                    from generate_series(?, ?) number, lateral (select 1 + number / 3 % ? as town) place)
            insert into event (global_index, event_id, aggregate_id, sequence, aggregate_type, type, revision,
                               occurred_at, payload, metadata)
            select case when writer.id is not null then nextval('event_index') end, gen_random_uuid(),
                   copy.id::text, sequence, aggregate_type, type, revision, occurred_at,
                   convert_to((json || jsonb_strip_nulls(jsonb_build_object(
                       'gatheringId', copy.id,
                       'slug', (json ->> 'slug') || '-' || number,
                       'announcement', (json -> 'announcement') || jsonb_build_object(
                           'title', format('%s %s à %s', kind, theme, town),
                           'latitude', latitude,
                           'longitude', longitude,
                           'access', case when number % 2 = 0 then 'FREE' else 'PAID' end,
                           'ticketTypes', case when number % 2 = 0 then '[]' else jsonb_build_array(jsonb_build_object(
                               'id', copy.id, 'name', 'Normal', 'quota', 100,
                               'price', jsonb_build_object('amount', (number % 40 * 500 + 500)::text, 'currency', 'XOF'))) end,
                           'startsAt', to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                           'endsAt', to_char(starts_at + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))))::text, 'UTF8'),
                   metadata
            from writer, original, copy
            order by number, sequence
            """;

    private static final int AT_ONCE = 5_000;

    private GatheringCopies() {}

    /** @param original the id of one that is approved */
    static void fill(Stage stage, String original, int number) throws SQLException {
        try (var connection = stage.database().connect();
                var copy = connection.prepareStatement(COPY)) {
            var towns = Topics.TOWNS.stream();
            copy.setString(1, original);
            copy.setString(2, original);
            copy.setArray(3, connection.createArrayOf("text", Topics.KINDS.toArray()));
            copy.setInt(4, Topics.KINDS.size());
            copy.setArray(5, connection.createArrayOf("text", Topics.THEMES.toArray()));
            copy.setInt(6, Topics.THEMES.size());
            copy.setArray(
                    7,
                    connection.createArrayOf(
                            "text", towns.map(Topics.Town::name).toArray()));
            copy.setArray(
                    8,
                    connection.createArrayOf(
                            "float8",
                            Topics.TOWNS.stream().map(Topics.Town::latitude).toArray()));
            copy.setArray(
                    9,
                    connection.createArrayOf(
                            "float8",
                            Topics.TOWNS.stream().map(Topics.Town::longitude).toArray()));
            copy.setInt(12, Topics.TOWNS.size());
            for (int first = 1; first <= number; first += AT_ONCE) {
                copy.setInt(10, first);
                copy.setInt(11, Math.min(number, first + AT_ONCE - 1));
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
