package org.palabre.benchmarks;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Company;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.StandalonePlatform;
import tools.jackson.databind.JsonNode;

/** A running platform, started as whoever installs it does, with those who come to it. */
final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final List<String> AS_INSTALLED =
            List.of(System.getProperty("palabre.jvm").split(" "));

    /** More would wait too long for their mails: each password takes its time. */
    private static final int COMING_AT_ONCE = 8;

    private final StandalonePlatform platform;
    private final Database database;
    private final Person admin;
    private final List<Closeable> open = new ArrayList<>();

    private Stage(StandalonePlatform platform) throws IOException {
        this.platform = platform;
        database = Database.of(platform.home());
        admin = platform.admin();
    }

    static Stage at(Home home) throws IOException {
        return new Stage(launch(home));
    }

    static StandalonePlatform launch(Home home) {
        Progress.say("starting the platform");
        return StandalonePlatform.start(home.path(), Map.of("PALABRE_LIMIT_FRAMES", "0"), AS_INSTALLED);
    }

    StandalonePlatform platform() {
        return platform;
    }

    Database database() {
        return database;
    }

    Client admin() {
        return admin.client();
    }

    List<Person> students(int number) throws InterruptedException, ExecutionException {
        Progress.say("%d students come".formatted(number));
        var fair = platform.fair();
        var students = new ArrayList<Person>();
        try (var threads = Executors.newFixedThreadPool(COMING_AT_ONCE)) {
            var coming = IntStream.range(0, number)
                    .mapToObj(_ -> threads.submit(() -> fair.student("Awa")))
                    .toList();
            for (var one : coming) {
                students.add(one.get());
            }
        }
        return students;
    }

    Company company(String name) {
        return new Fair(platform.anyone()).company(admin, name, 1);
    }

    HttpConnection connect() throws IOException {
        var connection = new HttpConnection(platform.port());
        open.add(connection);
        return connection;
    }

    /** A socket that follows the company's board. */
    LiveSocket follow(Company company) throws IOException {
        var socket = LiveSocket.follow(company, platform.port());
        open.add(socket);
        return socket;
    }

    /** The processor time that platform and database have taken so far. */
    Duration cpu() {
        return CpuTime.of(platform.pid()).plus(CpuTime.ofFamily(database.pid()));
    }

    /** Waits until the projections show all that has happened, with nothing that they could not take. */
    void awaitProjections() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> projections().valueStream().allMatch(Stage::isUpToDate));
        var deadLetters = admin().get("/api/admin/dead-letters").is(200).json().get("count");
        if (deadLetters.asInt() > 0) {
            throw new IllegalStateException(deadLetters + " dead letters");
        }
    }

    private JsonNode projections() {
        return admin().get("/api/admin/projections").is(200).json().get("results");
    }

    private static boolean isUpToDate(JsonNode projection) {
        return projection.get("status").asString().equals("live")
                && projection.get("lag").asInt() == 0;
    }

    @Override
    public void close() throws IOException {
        for (var each : open) {
            each.close();
        }
        platform.close();
    }
}
