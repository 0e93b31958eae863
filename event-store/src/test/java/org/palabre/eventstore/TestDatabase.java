package org.palabre.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Databases of one PostgreSQL server that all tests share. */
final class TestDatabase {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private TestDatabase() {}

    /** A database of its own, migrated and empty. */
    static HikariDataSource fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        var config = new HikariConfig();
        config.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(1);
        var dataSource = new HikariDataSource(config);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/event-store/V1_1__event_store.sql"),
                        new ClassPathResource("db/event-store/V1_3__events_after.sql"))
                .execute(dataSource);
        return dataSource;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    // autovacuum takes transaction ids, which a test counts
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("deadlock_timeout", "20ms")
                    .setPGStartupWait(PATIENCE)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
