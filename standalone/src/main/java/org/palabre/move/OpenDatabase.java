package org.palabre.move;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database as one of the platform's processes sees it, with the same settings and migrations, and without the process. */
final class OpenDatabase implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "--spring.main.banner-mode=off",
            "--spring.main.log-startup-info=false",
            "--spring.datasource.hikari.maximum-pool-size=3",
            // by this name its own sessions are told from those of others
            "--spring.datasource.hikari.data-source-properties.ApplicationName=palabre-move-"
                    + ProcessHandle.current().pid(),
            // what goes wrong is told in one sentence
            "--logging.level.root=off");

    private final ConfigurableApplicationContext context;

    private OpenDatabase(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The database of the standalone platform: its own, or the one that it was told to use. */
    static OpenDatabase ofPlatform(Class<?> embedded) {
        return open("platform", "application", StoredHome::require, List.of(), Database.class, embedded);
    }

    /** The command side's, with its schema. */
    static OpenDatabase ofCommandSide(DatabaseAddress address) {
        return open(
                "command side",
                "command-side",
                _ -> {},
                List.of(
                        "--spring.datasource.url=" + address.url(),
                        "--spring.datasource.username=" + address.user(),
                        "--spring.datasource.password=" + address.password()),
                Database.class);
    }

    private static OpenDatabase open(
            String whose,
            String settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> check,
            List<String> address,
            Class<?>... parts) {
        var arguments = new ArrayList<>(SETTINGS);
        arguments.addAll(address);
        try {
            return new OpenDatabase(new SpringApplicationBuilder(parts)
                    .web(WebApplicationType.NONE)
                    .properties("spring.config.name=" + settings)
                    .initializers(check)
                    .run(arguments.toArray(String[]::new)));
        } catch (CannotMove reason) {
            throw reason;
        } catch (RuntimeException failure) {
            throw new CannotMove("The database of the %s cannot be used: %s"
                    .formatted(
                            whose,
                            NestedExceptionUtils.getMostSpecificCause(failure).getMessage()));
        }
    }

    DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    /** Where its migrations have put the tables. */
    String schema() {
        var configured = migrations().getDefaultSchema();
        return configured == null
                ? JdbcClient.create(dataSource())
                        .sql("select current_schema()")
                        .query(String.class)
                        .single()
                : configured;
    }

    /** The table as SQL names it. */
    String named(String table) {
        return "\"%s\".\"%s\"".formatted(schema(), table);
    }

    /** The table in which migrations are noted. */
    String history() {
        return migrations().getTable();
    }

    Environment settings() {
        return context.getEnvironment();
    }

    @Override
    public void close() {
        context.close();
    }

    private Configuration migrations() {
        return context.getBean(Flyway.class).getConfiguration();
    }

    /** All there is of the platform: no component is looked for, and this is none either. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static final class Database {}
}
