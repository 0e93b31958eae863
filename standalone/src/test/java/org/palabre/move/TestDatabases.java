package org.palabre.move;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.palabre.platform.Patience;
import org.springframework.jdbc.core.JdbcTemplate;

/** Databases of one PostgreSQL that the tests of the move share. */
final class TestDatabases {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** The address of one that is empty. */
    static String fresh() {
        var name = "move_" + COUNT.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setPGStartupWait(Patience.LONGEST).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
