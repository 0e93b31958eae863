package org.palabre;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A PostgreSQL of the platform's own, under its home, unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Held as long as this process lives: a second one on the same home would take the database of the first for left
     * behind, and stop it.
     */
    @Bean(destroyMethod = "close")
    FileChannel homeLock(@Value("${palabre.home}") Path home) throws IOException {
        var folder = postgres(home);
        Files.createDirectories(folder);
        var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException("A platform is running on %s; stop it first".formatted(folder.getParent()));
        }
        return lock;
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${palabre.home}") Path home, FileChannel homeLock) throws IOException {
        var postgres = postgres(home);
        var data = postgres.resolve("data");
        stopOrphan(data.resolve("postmaster.pid"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(postgres.resolve("binaries").toFile())
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C.UTF-8")
                // the library is made for tests and would trade durability for speed
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                // what was erased must not live on in a part of the log that waits to be written over
                .setServerConfig("wal_recycle", "off")
                // a writer that dies without a word must not hold up readers of the event store for ever
                .setServerConfig("idle_in_transaction_session_timeout", "60s")
                // it is closed as a bean, after the connection pool
                .setRegisterShutdownHook(false)
                .start();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
            }
        };
    }

    private static Path postgres(Path home) {
        return home.toAbsolutePath().normalize().resolve("postgres");
    }

    /** A platform that was killed leaves its database running, which would keep the next one from starting. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(false));
        if (orphan.isPresent()) {
            LOG.info("Stopping the database that the last run left behind");
            // SIGINT, PostgreSQL's fast shutdown: SIGTERM would wait for clients that are gone
            new ProcessBuilder("sh", "-c", "kill -INT " + pid).start();
            try {
                orphan.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException failure) {
                throw new IOException("PostgreSQL " + pid + " is still running; stop it and start again", failure);
            }
        }
    }
}
