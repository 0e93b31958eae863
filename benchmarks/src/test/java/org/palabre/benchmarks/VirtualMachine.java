package org.palabre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A running JVM, as seen by its operating system and by the JDK's tools. */
record VirtualMachine(long pid) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern ALL_INSTANCES = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final long PATIENCE_SECONDS = 60;

    long residentKilobytes() throws IOException {
        return number(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
    }

    /** The heap that is still held after a collection, which the tool begins with. */
    long heldBytes() throws IOException, InterruptedException {
        return number(ALL_INSTANCES, ask("GC.class_histogram"));
    }

    private String ask(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }

    private static long number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return Long.parseLong(found.group(1));
    }
}
