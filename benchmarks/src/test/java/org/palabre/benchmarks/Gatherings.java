package org.palabre.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.palabre.platform.Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is done with gatherings, among so many of them.
 *
 * @param number of those that are there already
 */
record Gatherings(Doing doing, int number, int connections, String aim) implements Benchmark {

    private static final int OPEN = 16;
    private static final JsonMapper JSON = JsonMapper.shared();

    enum Doing {
        CREATING("announcing a gathering"),
        LISTING("`GET` of twenty gatherings"),
        READING("`GET` of a gathering, counted"),
        SEARCHING("searching gatherings by words, time and price"),
        TAKING_PART("taking part and withdrawing");

        private final String words;

        Doing(String words) {
            this.words = words;
        }
    }

    @Override
    public String name() {
        return "%s among %,d on %d connections".formatted(doing.words, number, connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var people = stage.students(connections);
            var category = category(stage);
            var open = open(stage, people.getFirst().client(), category);
            GatheringCopies.fill(stage, open.getFirst(), number);
            var workers = new ArrayList<Worker>();
            for (int i = 0; i < connections; i++) {
                var caller = new Caller(stage.connect(), people.get(i).client().token());
                workers.add(worker(caller, category, open));
            }
            return Result.of(Load.run(workers, stage::cpu), Ceiling.pointReads(stage, connections));
        }
    }

    private static String category(Stage stage) {
        return stage.admin()
                .post("/api/admin/event-categories", Map.of("name", "Rencontres"))
                .is(201)
                .text("id");
    }

    /** Some that are approved, and have room for everybody. */
    private static List<String> open(Stage stage, Client owner, String category) {
        var open = new ArrayList<String>();
        for (int i = 0; i < OPEN; i++) {
            var id = owner.post("/api/events", gathering("Palabre " + i, category))
                    .is(201)
                    .text("id");
            stage.admin().post("/api/admin/events/" + id + "/approve").is(200);
            open.add(id);
        }
        return open;
    }

    private static String gathering(String title, String category) {
        var start = Instant.now().plus(Duration.ofDays(30));
        return JSON.writeValueAsString(Map.of(
                "title",
                title,
                "description",
                "On parle, on danse et on mange ".repeat(20),
                "category",
                category,
                "starts_at",
                start.toString(),
                "ends_at",
                start.plus(Duration.ofHours(3)).toString(),
                "venue",
                "Palais de la Culture",
                "access",
                "free",
                "capacity",
                100_000));
    }

    private Worker worker(Caller caller, String category, List<String> open) {
        return switch (doing) {
            case CREATING ->
                stopwatch -> stopwatch.time(() ->
                        caller.post("/api/events", gathering("Bal", category)).is(201));
            case LISTING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events?page=" + (1 + any(50))).is(200));
            case READING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events/" + open.get(any(OPEN))).is(200));
            case SEARCHING ->
                stopwatch -> stopwatch.time(() -> caller.get("/api/events?search=rencontre%20"
                                + Integer.toHexString(16 + any(240)) + "&price_max=1000&starts_after="
                                + Instant.now() + "&category=" + category)
                        .is(200));
            case TAKING_PART ->
                stopwatch -> {
                    var path = "/api/events/" + open.get(any(OPEN)) + "/participation";
                    stopwatch.time(() -> caller.post(path).is(201));
                    stopwatch.time(() -> caller.delete(path).is(204));
                };
        };
    }

    private static int any(int number) {
        return ThreadLocalRandom.current().nextInt(number);
    }
}
