package org.palabre.proofs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** The time of day as some processes see it, through libfaketime. */
final class Clock {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path library;
    private final Path shift;

    private Clock(Path library, Path shift) {
        this.library = library;
        this.shift = shift;
    }

    /** A clock that is right so far. */
    static Clock in(Path folder) throws IOException {
        try (var files = Files.find(
                LIBRARIES, 4, (file, _) -> file.getFileName().toString().equals("libfaketime.so.1"))) {
            var library = files.findFirst()
                    .orElseThrow(() -> new TestAbortedException("libfaketime is not there: Debian's package faketime"));
            var clock = new Clock(library, folder.resolve("clock"));
            clock.move(Duration.ZERO);
            return clock;
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
