package org.palabre.accounts.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Databases of one PostgreSQL server that these tests share. */
final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A database of its own, migrated and empty. */
    static HikariDataSource fresh() {
        var name = "accounts_" + COUNT.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        var config = new HikariConfig();
        config.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        var dataSource = new HikariDataSource(config);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/event-store/V1_1__event_store.sql"),
                        new ClassPathResource("db/event-store/V1_3__events_after.sql"),
                        new ClassPathResource("db/command-side/V2_1__accounts.sql"),
                        new ClassPathResource("db/command-side/V2_3__used_codes.sql"),
                        new ClassPathResource("db/command-side/V2_4__login_attempts.sql"),
                        new ClassPathResource("db/command-side/V2_7__names_tried.sql"),
                        new ClassPathResource("db/command-side/V2_8__code_tries.sql"))
                .execute(dataSource);
        return dataSource;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
