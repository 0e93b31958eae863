package org.palabre.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.insight.InsightQuery.AggregateReference;
import org.palabre.insight.InsightQuery.DeadLetterPage;
import org.palabre.insight.InsightQuery.DeadLetterView;
import org.palabre.insight.InsightQuery.FindDeadLetters;
import org.palabre.insight.InsightQuery.ParkedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that live generations could not apply, and those that wait behind them. */
@Component
class DeadLetters {

    static final String ATTEMPTS = "attempts";

    private static final String LETTER = """
            select letter.*, projection.name as projection,
                coalesce((convert_from(diagnostics, 'UTF8')::jsonb ->> 'attempts')::int, 0) as attempts
            from dead_letter letter
            join projection on letter.processing_group = projection.name || '_' || projection.live""";

    private final JdbcClient jdbc;

    DeadLetters(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    DeadLetterPage handle(FindDeadLetters query) {
        var count = jdbc.sql("select count(*) from (" + LETTER + ") letter")
                .query(Long.class)
                .single();
        var rows = jdbc.sql(LETTER + " order by enqueued_at desc, sequence_index desc, id limit ? offset ?")
                .params(query.page().size(), query.page().offset())
                .query(DeadLetters::letter)
                .list();
        return new DeadLetterPage(count, rows);
    }

    Optional<DeadLetterView> find(String id) {
        return jdbc.sql(LETTER + " where letter.id = ?")
                .param(id)
                .query(DeadLetters::letter)
                .optional();
    }

    boolean discard(String id) {
        return jdbc.sql("delete from dead_letter where id = ?").param(id).update() == 1;
    }

    private static DeadLetterView letter(ResultSet row, int number) throws SQLException {
        var cause = row.getString("cause_type");
        var lastTried = row.getString("last_touched_at");
        var attempts = row.getInt("attempts");
        return new DeadLetterView(
                text(row, "id"),
                text(row, "projection"),
                new ParkedEvent(
                        text(row, "event_id"),
                        text(row, "payload_type"),
                        new AggregateReference(text(row, "aggregate_type"), text(row, "aggregate_id"))),
                cause == null ? null : cause + ": " + row.getString("cause_message"),
                attempts,
                Instant.parse(text(row, "enqueued_at")),
                attempts == 0 || lastTried == null ? null : Instant.parse(lastTried));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
