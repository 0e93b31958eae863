package org.palabre.proofs.axonserver;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.palabre.platform.AxonServer;

/** The process of an Axon Server on this machine, which can be killed and started again exactly as it was. */
final class AxonServerProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AxonServer server;
    private final List<String> command;
    private final Path directory;
    private final Map<String, String> environment;
    private final Redirect output;
    private ProcessHandle process;

    private AxonServerProcess(AxonServer server, ProcessHandle process) {
        this.server = server;
        this.process = process;
        command = words(process, "cmdline");
        directory = link(of(process).resolve("cwd")).orElseThrow();
        environment = words(process, "environ").stream()
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        output = link(of(process).resolve("fd/1"))
                .filter(Files::isRegularFile)
                .map(file -> Redirect.appendTo(file.toFile()))
                .orElse(Redirect.DISCARD);
    }

    /** The one that listens at the server's port, if that is on this machine, and its ways can be seen. */
    static Optional<AxonServerProcess> of(AxonServer server) {
        var sockets = listeningAt(server.port());
        return ProcessHandle.allProcesses()
                .filter(process -> has(process, sockets))
                .findFirst()
                .map(process -> new AxonServerProcess(server, process));
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void start() throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.start().toHandle();
        await().atMost(PATIENCE).until(server::serves);
    }

    /** The sockets that listen at a port, as the kernel numbers them. */
    private static Set<String> listeningAt(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(AxonServerProcess::lines)
                .map(line -> line.strip().split("\\s+"))
                // address and port, the state of one who listens, and the number of the socket
                .filter(socket -> socket[1].endsWith(":%04X".formatted(port)) && socket[3].equals("0A"))
                .map(socket -> "socket:[%s]".formatted(socket[9]))
                .collect(Collectors.toSet());
    }

    private static boolean has(ProcessHandle process, Set<String> sockets) {
        try (var open = Files.list(of(process).resolve("fd"))) {
            return open.map(AxonServerProcess::link)
                    .flatMap(Optional::stream)
                    .anyMatch(file -> sockets.contains(file.toString()));
        } catch (IOException another) {
            // it is gone, or belongs to somebody else, who may not be looked at
            return false;
        }
    }

    private static Optional<Path> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static List<String> words(ProcessHandle process, String file) {
        try {
            return Arrays.stream(Files.readString(of(process).resolve(file)).split("\0"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path of(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
