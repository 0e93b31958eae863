package org.palabre.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a PostgreSQL. */
public record PostgresProcesses(List<ProcessHandle> all) {

    /** Those that work on the data now: first the one that started the others, and would start them again. */
    public static PostgresProcesses on(Path data) {
        var file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return new PostgresProcesses(List.of());
        }
        try {
            var first = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return new PostgresProcesses(ProcessHandle.of(first).stream()
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .flatMap(postgres -> Stream.concat(Stream.of(postgres), postgres.descendants()))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** kill -9 of all of them: one that went on would keep the next PostgreSQL from starting. */
    public void kill() {
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** Whoever asks PostgreSQL to stop loses patience before it has written everything. */
    public void awaitEnd() {
        all.forEach(process -> process.onExit().join());
    }
}
