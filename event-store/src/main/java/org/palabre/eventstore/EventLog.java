package org.palabre.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The rows of all events in the order of their index. Every statement has a connection and a transaction of its own:
 * inside a caller's transaction, a reader would wait for itself, and could be shown an old snapshot.
 */
final class EventLog {

    private final DataSource dataSource;

    EventLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Rows, and the oldest transaction that was alive in the very snapshot that shows them; 0 where there are none. */
    record Rows(long oldestAlive, List<Row> rows) {}

    record Row(long index, StoredEvent event) {}

    Rows after(long position, int limit) {
        String sql = """
                select (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as oldest_alive, global_index, %s
                from events_after(?, ?) order by global_index""".formatted(StoredEvent.COLUMNS);
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, position);
                statement.setInt(2, limit);
                try (ResultSet result = statement.executeQuery()) {
                    long oldestAlive = 0;
                    List<Row> rows = new ArrayList<>();
                    while (result.next()) {
                        oldestAlive = result.getLong("oldest_alive");
                        rows.add(new Row(result.getLong("global_index"), StoredEvent.from(result)));
                    }
                    return new Rows(oldestAlive, rows);
                }
            }
        });
    }

    /** The highest index to be seen. */
    long highestIndex() {
        return number("select coalesce(max(global_index), 0) from event");
    }

    /** The id of a transaction that began after this call and is over when it returns. */
    long freshTransactionId() {
        return number("select pg_current_xact_id()::text::bigint");
    }

    /** Every transaction with a lower id is over. */
    long oldestAlive() {
        return number("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
    }

    private long number(String sql) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private <T> T run(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("Cannot read events", e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
