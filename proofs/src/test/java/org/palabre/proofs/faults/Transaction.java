package org.palabre.proofs.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A transaction of the platform, seen from inside the database. */
final class Transaction {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private Transaction() {}

    /** Stops the process of one that has appended and has not committed; they are short, so it takes several tries. */
    static long stopOne(String database) throws SQLException, IOException, InterruptedException {
        try (var connection = DriverManager.getConnection(database)) {
            while (true) {
                var process = one(connection, "backend_xid is not null and query like '%insert into event%'");
                if (process.isPresent()) {
                    if (isStoppedInside(connection, process.getAsLong())) {
                        return process.getAsLong();
                    }
                    Signal.CONT.to(process.getAsLong());
                }
            }
        }
    }

    /** Stops it and looks whether it has not committed; one that holds what it takes to look counts as if it had. */
    private static boolean isStoppedInside(Connection connection, long process)
            throws IOException, InterruptedException {
        var look = new FutureTask<>(() ->
                one(connection, "backend_xid is not null and pid = " + process).isPresent());
        Signal.STOP.to(process);
        Thread.ofVirtual().start(look);
        try {
            return look.get(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException barred) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static OptionalLong one(Connection connection, String which) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select pid from pg_stat_activity where pid <> pg_backend_pid() and " + which + " limit 1")) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        }
    }
}
