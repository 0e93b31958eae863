package org.palabre.proofs.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;

/** A transaction of the platform, seen from inside the database. */
final class Transaction {

    private Transaction() {}

    /** Stops the process of one that has appended and has not committed; they are short, so it takes several tries. */
    static long stopOne(String database) throws SQLException, IOException, InterruptedException {
        try (var connection = DriverManager.getConnection(database)) {
            while (true) {
                var process = one(connection, "backend_xid is not null and query like '%insert into event%'");
                if (process.isPresent()) {
                    Signal.STOP.to(process.getAsLong());
                    if (one(connection, "backend_xid is not null and pid = " + process.getAsLong())
                            .isPresent()) {
                        return process.getAsLong();
                    }
                    Signal.CONT.to(process.getAsLong());
                }
            }
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
