package org.palabre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a platform keeps its data, for as long as it is needed. */
record Home(Path path) implements AutoCloseable {

    /** Next to what is built: the system's own place for such things may be no disk. */
    static Home empty() throws IOException {
        return new Home(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
