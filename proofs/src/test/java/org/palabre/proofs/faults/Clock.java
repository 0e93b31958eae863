package org.palabre.proofs.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The time of day as some processes see it, through libfaketime. */
final class Clock {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Path library;
    private final Path shift;

    private Clock(Path library, Path shift) {
        this.library = library;
        this.shift = shift;
    }

    /** A clock that is right so far. */
    static Clock in(Path folder) throws IOException {
        var clock = new Clock(library(), folder.resolve("clock"));
        clock.move(A_DAY);
        if (Duration.between(Instant.now(), clock.time()).compareTo(A_DAY.dividedBy(2)) < 0) {
            throw new TestAbortedException("libfaketime does not move the clock here");
        }
        clock.move(Duration.ZERO);
        return clock;
    }

    private static Path library() {
        return Stream.of("/usr/lib", "/usr/lib64")
                .map(Path::of)
                .flatMap(folder -> Stream.concat(Stream.of(folder), folders(folder)))
                .map(folder -> folder.resolve("faketime/libfaketime.so.1"))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("libfaketime is not there: Debian's package faketime"));
    }

    /** Those of the machine's architectures are among them. */
    private static Stream<Path> folders(Path folder) {
        return Stream.ofNullable(folder.toFile().listFiles(File::isDirectory))
                .flatMap(Arrays::stream)
                .map(File::toPath);
    }

    /** What a process that sees this clock takes for the time. */
    private Instant time() throws IOException {
        var builder = new ProcessBuilder("date", "+%s");
        builder.environment().putAll(environment());
        var date = builder.start();
        try (var answer = date.inputReader()) {
            return answer.lines()
                    .findFirst()
                    .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                    .orElse(Instant.EPOCH);
        }
    }

    /** The environment of a process that sees this clock; how long things take is measured by a true one. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", shift.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // cures waits that end at once with an older C library, and with a newer one makes them end at once
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Sets it so much ahead of the true time, or behind. */
    void move(Duration ahead) throws IOException {
        Files.writeString(shift, "%+d\n".formatted(ahead.toSeconds()));
    }
}
