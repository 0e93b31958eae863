package org.palabre.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that is not the platform's own, in the place where that would be. Its port stays. */
public final class Postgres implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration RESTART = Duration.ofMinutes(5);

    private final Path home;
    private final Duration patience;
    private EmbeddedPostgres server;

    private Postgres(Path home, Duration patience) {
        this.home = home.resolve("postgres");
        this.patience = patience;
        server = started(0);
    }

    /** Starts it; it ends a transaction in which nothing is said for longer than its patience. */
    public static Postgres startIn(Path home, Duration patience) {
        return new Postgres(home, patience);
    }

    /** Starts it again where it was, unless it runs. */
    public void start() {
        if (!runs()) {
            server = started(port());
        }
    }

    private EmbeddedPostgres started(int port) {
        try {
            Files.createDirectories(home);
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                    .setPGStartupWait(START)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // a pool of connections for each of several processes
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("idle_in_transaction_session_timeout", patience.toSeconds() + "s")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return server.getPort();
    }

    public boolean runs() {
        return !PostgresProcesses.on(data()).all().isEmpty();
    }

    /** kill -9 of all its processes at once. */
    public void kill() {
        PostgresProcesses.on(data()).kill();
    }

    /** Restarts it in good order, but without waiting for its clients. */
    public void restart() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not let root run it: so it is nobody in particular
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                control().toString(),
                "-D",
                data().toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                Long.toString(RESTART.toSeconds()),
                "-l",
                home.resolve("restarts.log").toString(),
                "restart"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("control.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("PostgreSQL did not restart: " + Files.readString(home.resolve("control.log")));
        }
    }

    private Path control() throws IOException {
        try (var files = Files.walk(home.resolve("binaries"))) {
            return files.filter(file -> file.endsWith("pg_ctl")).findFirst().orElseThrow();
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    @Override
    public void close() {
        var processes = PostgresProcesses.on(data());
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        processes.awaitEnd();
    }
}
