package org.palabre.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processor time of processes, as Linux counts it. */
final class CpuTime {

    private static final Duration TICK = Duration.ofMillis(10);
    private static final Pattern SPACE = Pattern.compile(" ");

    private CpuTime() {}

    /** Of one process, without those that it has started. */
    static Duration of(long pid) {
        return ticks(pid, 2);
    }

    /** Of a process and all that it has started, also those that are over. */
    static Duration ofFamily(long pid) {
        var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid))
                .map(each -> ticks(each, 4))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The first fields of: in the program, in the kernel, and the same two of children that are over. */
    private static Duration ticks(long pid, int fields) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return TICK.multipliedBy(SPACE.splitAsStream(stat.substring(stat.lastIndexOf(')') + 2))
                    .skip(11)
                    .limit(fields)
                    .mapToLong(Long::parseLong)
                    .sum());
        } catch (NoSuchFileException over) {
            return Duration.ZERO;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
