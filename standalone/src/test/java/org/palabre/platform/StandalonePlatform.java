package org.palabre.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Both sides in one JVM, with a database of their own unless the settings name another. */
public final class StandalonePlatform implements Platform {

    private static final Path UNPACKED = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    private final Path home;
    private final boolean ownsDatabase;
    private final Node node;

    private StandalonePlatform(Path home, Map<String, String> settings, List<String> options) {
        this.home = home;
        ownsDatabase = !settings.containsKey("SPRING_DATASOURCE_URL");
        if (ownsDatabase) {
            sharePostgres();
        }
        node = new Node(
                "standalone", home, options, System.getProperty("java.class.path"), "org.palabre.Standalone", settings);
    }

    /** Starts it with these options of the virtual machine. */
    public static StandalonePlatform start(Path home, Map<String, String> settings, List<String> options) {
        var platform = new StandalonePlatform(home, settings, options);
        platform.start();
        return platform;
    }

    @Override
    public void start() {
        if (node.runs()) {
            return;
        }
        try {
            node.start();
        } catch (RuntimeException failure) {
            killDatabase();
            throw failure;
        }
    }

    @Override
    public int port() {
        return node.port();
    }

    @Override
    public List<Client> doors() {
        return List.of(anyone());
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public String log() {
        return node.log();
    }

    public long pid() {
        return node.pid();
    }

    @Override
    public void kill() {
        node.kill();
    }

    @Override
    public boolean databaseRuns() {
        return !PostgresProcesses.on(data()).all().isEmpty();
    }

    @Override
    public void killDatabase() {
        PostgresProcesses.on(data()).kill();
    }

    @Override
    public String database() {
        try {
            // its port comes fourth in what a PostgreSQL that runs writes about itself
            var port =
                    Files.readAllLines(data().resolve("postmaster.pid")).get(3).strip();
            return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<History.Event> history() {
        return History.inPostgres(database());
    }

    @Override
    public void stop() {
        var database = PostgresProcesses.on(data());
        if (!node.stop()) {
            killDatabase();
        }
        if (ownsDatabase) {
            database.awaitEnd();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Unpacking it takes seconds: what is unpacked for one test is there for all. */
    private void sharePostgres() {
        var binaries = home.resolve("postgres/binaries");
        try {
            if (Files.notExists(binaries)) {
                Files.createDirectories(binaries.getParent());
                Files.createSymbolicLink(binaries, Files.createDirectories(UNPACKED));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path data() {
        return home.resolve("postgres/data");
    }
}
