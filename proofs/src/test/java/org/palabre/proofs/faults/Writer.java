package org.palabre.proofs.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Somebody who appends to the event store by hand, and stays in the middle of it. */
final class Writer implements AutoCloseable {

    private final Connection connection;
    private final long process;

    private Writer(Connection connection, long process) {
        this.connection = connection;
        this.process = process;
    }

    /** Appends that the company pauses, and does not commit. */
    static Writer append(String database, String company) throws SQLException {
        var connection = DriverManager.getConnection(database);
        connection.setAutoCommit(false);
        long process;
        try (var statement = connection.createStatement();
                // in the order of the event store: first a transaction's id, then an index
                var rows = statement.executeQuery("select pg_backend_pid(), pg_current_xact_id()")) {
            rows.next();
            process = rows.getLong(1);
        }
        try (var statement = connection.prepareStatement("""
                insert into event (global_index, event_id, aggregate_id, sequence, aggregate_type, type, revision,
                    occurred_at, payload, metadata)
                select nextval('event_index'), gen_random_uuid(), aggregate_id, sequence + 1, aggregate_type,
                    'queues.RecruitingPaused', revision, now(),
                    convert_to(json_build_object('companyId', aggregate_id)::text, 'UTF8'), metadata
                from event where aggregate_id = ? order by sequence desc limit 1""")) {
            statement.setString(1, company);
            statement.executeUpdate();
        }
        return new Writer(connection, process);
    }

    /** The process of the database that works for it. */
    long process() {
        return process;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
