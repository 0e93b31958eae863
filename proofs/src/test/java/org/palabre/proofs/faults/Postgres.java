package org.palabre.proofs.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.palabre.platform.PostgresProcesses;

/** A PostgreSQL that is not the platform's own, in the place where that would be. */
final class Postgres implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration RESTART = Duration.ofMinutes(5);

    private final Path home;
    private final EmbeddedPostgres server;

    private Postgres(Path home, Duration patience) throws IOException {
        this.home = home.resolve("postgres");
        Files.createDirectories(this.home);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(this.home.resolve("data"))
                .setOverrideWorkingDirectory(this.home.resolve("binaries").toFile())
                .setPGStartupWait(START)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("idle_in_transaction_session_timeout", patience.toSeconds() + "s")
                .start();
    }

    /** Starts it; it ends a transaction in which nothing is said for longer than its patience. */
    static Postgres startIn(Path home, Duration patience) throws IOException {
        return new Postgres(home, patience);
    }

    int port() {
        return server.getPort();
    }

    /** Restarts it in good order, but without waiting for its clients. */
    void restart() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not let root run it: so it is nobody in particular
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                control().toString(),
                "-D",
                home.resolve("data").toString(),
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

    @Override
    public void close() throws IOException {
        var processes = PostgresProcesses.on(home.resolve("data"));
        server.close();
        processes.awaitEnd();
    }
}
