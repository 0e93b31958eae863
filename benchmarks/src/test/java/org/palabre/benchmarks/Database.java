package org.palabre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A platform's PostgreSQL, past all of the platform's own code. */
record Database(long pid, String port) {

    /** Long enough for whatever a store of a million events is asked. */
    private static final String ADDRESS = "jdbc:postgresql://localhost:%s/postgres?connectTimeout=10&socketTimeout=600";

    static Database of(Path home) throws IOException {
        var lines = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        return new Database(Long.parseLong(lines.get(0).strip()), lines.get(3).strip());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(ADDRESS.formatted(port), "postgres", "");
    }

    /** All that the platform has committed or rolled back so far; a lone statement is a transaction too. */
    long transactions() throws SQLException {
        return number("select xact_commit + xact_rollback from pg_stat_database where datname = 'postgres'");
    }

    long events() throws SQLException {
        return number("select max(global_index) from event");
    }

    private long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
