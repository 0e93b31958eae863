package org.palabre.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The platform as a process of its own, on a home of its own, as whoever installs it starts it. */
public final class Platform implements AutoCloseable {

    public static final String ADMIN = "admin@example.org";
    public static final String ADMIN_PASSWORD = "une-longue-phrase-de-passe";

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+) ");

    private final Path home;
    private final Map<String, String> settings;
    private final List<String> options;
    private Process process;
    private volatile int port;

    private Platform(Path home, Map<String, String> settings, List<String> options) {
        this.home = home;
        this.settings = settings;
        this.options = options;
    }

    public static Platform start(Path home) {
        return start(home, Map.of());
    }

    /** Starts it so that it is there soon, and not as fast as it could be later on. */
    public static Platform start(Path home, Map<String, String> settings) {
        return start(home, settings, List.of("-XX:TieredStopAtLevel=1"));
    }

    /** Starts it with these options of the virtual machine. */
    public static Platform start(Path home, Map<String, String> settings, List<String> options) {
        var platform = new Platform(home, settings, options);
        platform.start();
        return platform;
    }

    /** Starts it again on the same home. */
    public void start() {
        try {
            Files.createDirectories(home);
            var log = home.resolve("platform.log");
            Files.deleteIfExists(log);
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(options);
            command.addAll(List.of(
                    "-Ddisable-axoniq-console-message=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.palabre.Standalone"));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "PALABRE_HOME", home.toString(),
                            "PALABRE_READ_YOUR_WRITES", "20s",
                            "SERVER_PORT", "0",
                            "SERVER_ADDRESS", "127.0.0.1",
                            "PALABRE_ADMIN_EMAIL", ADMIN,
                            "PALABRE_ADMIN_PASSWORD", ADMIN_PASSWORD,
                            "PALABRE_LIMIT_AUTH", "0",
                            "PALABRE_LIMIT_REQUESTS", "0"));
            builder.environment().putAll(settings);
            process = builder.start();
            port = port(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Client anyone() {
        return Client.anonymous("http://127.0.0.1:" + port);
    }

    public Fair fair() {
        return new Fair(anyone());
    }

    public Fair.Person admin() {
        return fair().admin(ADMIN, ADMIN_PASSWORD);
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    public String log() {
        try {
            return Files.readString(home.resolve("platform.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9, without a word of warning; its database goes on until the next start. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public boolean databaseRuns() {
        return !PostgresProcesses.on(data()).all().isEmpty();
    }

    /** kill -9 of the database, if it is there. */
    public void killDatabase() {
        PostgresProcesses.on(data()).kill();
    }

    /** The JDBC address of its database, past the platform. */
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

    private Path data() {
        return home.resolve("postgres/data");
    }

    /** Stops it in good order, and leaves nothing behind of one that was killed. */
    @Override
    public void close() {
        var database = PostgresProcesses.on(data());
        if (!stopped()) {
            kill();
            killDatabase();
        }
        if (!settings.containsKey("SPRING_DATASOURCE_URL")) {
            database.awaitEnd();
        }
    }

    private boolean stopped() {
        if (!process.isAlive()) {
            return false;
        }
        process.destroy();
        try {
            return process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int port(Path log) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (process.isAlive() && System.nanoTime() < deadline) {
            var found = PORT.matcher(Files.readString(log));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        kill();
        killDatabase();
        throw new IllegalStateException("The platform did not start:\n" + Files.readString(log));
    }
}
