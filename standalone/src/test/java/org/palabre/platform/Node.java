package org.palabre.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One JVM of the platform's, known by what it logs under its home. */
final class Node {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+) ");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final String name;
    private final Path log;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;
    private volatile int port;

    /** Starts it with these options of the virtual machine, on a port that the system chooses. */
    Node(String name, Path home, List<String> options, String classPath, String main, Map<String, String> environment) {
        this.name = name;
        this.log = home.resolve("platform.log");
        this.command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(options);
        command.addAll(List.of(
                "-Ddisable-axoniq-console-message=true", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, main));
        this.environment = new HashMap<>(Map.of(
                "PALABRE_HOME", home.toString(),
                "PALABRE_READ_YOUR_WRITES", "20s",
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", "0",
                "PALABRE_ADMIN_EMAIL", Platform.ADMIN,
                "PALABRE_ADMIN_PASSWORD", Platform.ADMIN_PASSWORD,
                "PALABRE_LIMIT_AUTH", "0",
                "PALABRE_LIMIT_REQUESTS", "0"));
        this.environment.putAll(environment);
    }

    /** Starts it, and waits until it can be called. */
    void start() {
        begin();
        awaitStart();
    }

    void begin() {
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it can be called. */
    void awaitStart() {
        var deadline = System.nanoTime() + PATIENCE;
        while (process.isAlive() && System.nanoTime() < deadline) {
            var found = PORT.matcher(log());
            if (found.find()) {
                port = Integer.parseInt(found.group(1));
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        kill();
        throw new IllegalStateException("The platform did not start:\n" + log());
    }

    String name() {
        return name;
    }

    boolean runs() {
        return process != null && process.isAlive();
    }

    int port() {
        return port;
    }

    Client anyone() {
        return Client.anonymous("http://127.0.0.1:" + port);
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** kill -9, without a word of warning. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it; whether it ran, and did so in good order. */
    boolean stop() {
        if (!runs()) {
            return false;
        }
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
        return false;
    }
}
