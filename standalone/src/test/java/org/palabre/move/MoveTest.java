package org.palabre.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.platform.PostgresProcesses;
import org.palabre.platform.StandalonePlatform;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole move, of a platform with a little history. What needs an Axon Server runs where {@code AXON_SERVER} names one
 * (host:port), which has to be in development mode: it is emptied. {@code AXON_SERVER_HTTP} is its other port, if not 8024.
 */
@OneShape("it moves from the one shape to the other")
class MoveTest {

    private static final Path HOME = home();
    private static final List<Event> HISTORY = new ArrayList<>();

    /** How a run ended, and what it said. */
    private record Ending(int exitCode, String said) {}

    private static Ending whileItRan;

    @BeforeAll
    static void live() {
        try (var platform = StandalonePlatform.start(HOME, Map.of(), Platform.SOON_THERE)) {
            var fair = platform.fair();
            var company = fair.company(platform.admin(), "Baobab", 2);
            for (var name : List.of("Awa", "Issa", "Salif")) {
                fair.join(fair.student(name), company);
            }
            var database = new DriverManagerDataSource(platform.database());
            HISTORY.addAll(new StoredEvents(database).read(Stream::toList));
            whileItRan = move("--axon-server=localhost:1", "--database=jdbc:postgresql://localhost:1/none?user=nobody");
            platform.anyone().get("/health").is(200);
        }
    }

    @AfterAll
    static void remove() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
    }

    @Test
    void says_how_it_is_used() {
        var help = move("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.said()).contains("--axon-server").contains("--database");
    }

    @Test
    void a_platform_that_runs_is_left_alone() {
        assertThat(whileItRan.exitCode()).isEqualTo(2);
        assertThat(whileItRan.said()).contains("A platform is running on " + HOME);
    }

    @Test
    void an_axon_server_that_is_not_there_is_told() {
        var refused = move("--axon-server=localhost:1", "--database=jdbc:postgresql://localhost:1/none?user=nobody");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.said()).contains("Axon Server").contains("Nothing was copied.");
    }

    @Test
    void the_history_is_moved_whole_and_moving_it_again_changes_nothing() {
        var server = emptied();
        var database = TestDatabases.fresh();

        var moved = move("--axon-server=" + server, "--database=" + database);

        assertThat(moved.exitCode()).as(moved.said()).isZero();
        assertThat(moved.said())
                .contains("Moved: Axon Server holds the same %d events".formatted(HISTORY.size()))
                .contains(HOME.resolve("master.key").toString())
                .contains(HOME.resolve("signing-key.pem").toString());
        assertThat(held(server)).isEqualTo(HISTORY);

        var again = move("--axon-server=" + server, "--database=" + database);

        assertThat(again.exitCode()).as(again.said()).isZero();
        assertThat(again.said()).contains("Copying 0 events.");
        assertThat(held(server)).isEqualTo(HISTORY);
    }

    @Test
    void a_move_that_was_interrupted_goes_on_where_it_ended() {
        var server = emptied();
        var first = HISTORY.subList(0, HISTORY.size() / 2);
        append(server, first);

        var moved = move("--axon-server=" + server, "--database=" + TestDatabases.fresh());

        assertThat(moved.exitCode()).as(moved.said()).isZero();
        assertThat(moved.said()).contains("Copying %d events.".formatted(HISTORY.size() - first.size()));
        assertThat(held(server)).isEqualTo(HISTORY);
    }

    @Test
    void a_server_that_holds_something_else_is_refused_and_left_alone() {
        var server = emptied();
        var foreign = List.of(
                HISTORY.getFirst(),
                HISTORY.get(1).toBuilder()
                        .setMessageIdentifier("a foreign event")
                        .build());
        append(server, foreign);

        var refused = move("--axon-server=" + server, "--database=" + TestDatabases.fresh());

        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(2);
        assertThat(refused.said())
                .contains("number 2")
                .contains("message_identifier")
                .contains("Nothing was copied.");
        assertThat(held(server)).isEqualTo(foreign);
    }

    private static Ending move(String... options) {
        try {
            var said = HOME.resolve("move.log");
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.palabre.Standalone",
                    Move.NAME));
            command.addAll(List.of(options));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(Map.of("PALABRE_HOME", HOME.toString()));
            var database = HOME.resolve("postgres/data");
            var running = PostgresProcesses.on(database);
            var exitCode = builder.start().waitFor();
            if (running.all().isEmpty()) {
                // it asks its PostgreSQL to stop, and does not wait for it in all circumstances
                PostgresProcesses.on(database).awaitEnd();
            }
            return new Ending(exitCode, Files.readString(said));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The server, with nothing in it. */
    private static String emptied() {
        assumeTrue(
                System.getenv("AXON_SERVER") != null,
                "Not tried: no Axon Server is named. AXON_SERVER=host:port does, of one in development mode, which is emptied.");
        var server = org.palabre.platform.AxonServer.named();
        server.empty();
        return server.address();
    }

    private static List<Event> held(String server) {
        try (var there = connect(server)) {
            return there.read(events -> {
                var all = new ArrayList<Event>();
                events.forEachRemaining(all::add);
                return all;
            });
        }
    }

    private static void append(String server, List<Event> events) {
        try (var there = connect(server)) {
            there.append(events);
        }
    }

    private static AxonServer connect(String server) {
        var settings = new AxonServerConfiguration();
        settings.setServers(server);
        return new AxonServer(settings);
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("palabre-move").toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
