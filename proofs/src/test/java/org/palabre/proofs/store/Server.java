package org.palabre.proofs.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Set;
import org.palabre.platform.PostgresProcesses;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL as the product itself starts it, with the product's settings. */
final class Server implements AutoCloseable {

    private final Path home;
    private final ConfigurableApplicationContext product;

    /** Starts it on a home, where it finds what was written there before. */
    Server(Path home) {
        this.home = home;
        var application = new SpringApplication();
        application.setSources(Set.of("org.palabre.EmbeddedDatabase"));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        this.product = application.run(
                "--palabre.home=" + home,
                "--logging.level.root=warn",
                // commits that fail and a server that cannot be stopped because it is gone are what we want
                "--logging.level.com.zaxxer.hikari=off",
                "--logging.level.io.zonky=off",
                "--logging.level.org.springframework.jdbc.support=off",
                "--logging.level.org.springframework.transaction.support=off",
                "--logging.level.org.palabre.proofs.store=off");
    }

    HikariDataSource newDatabase(String name) {
        try (HikariDataSource server = database("postgres")) {
            var jdbc = new JdbcTemplate(server);
            jdbc.execute("create database " + name);
            // writers that wait for each other shall not do so for a second
            jdbc.execute("alter database %s set deadlock_timeout = '20ms'".formatted(name));
        }
        HikariDataSource database = database(name);
        new JdbcTemplate(database).execute("create table elsewhere (note text)");
        return database;
    }

    HikariDataSource database(String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(product.getBean(EmbeddedPostgres.class).getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Stops all its processes at once, without a word: what was only in their memory is gone. */
    void losePower() {
        processes().kill();
    }

    private PostgresProcesses processes() {
        return PostgresProcesses.on(home.resolve("postgres/data"));
    }

    @Override
    public void close() {
        var processes = processes();
        product.close();
        processes.awaitEnd();
    }
}
