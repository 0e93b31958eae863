package org.palabre.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.palabre.platform.Client;
import tools.jackson.databind.json.JsonMapper;

/** Homes with so many gatherings, each made when the first row asks for it. */
final class ManyGatherings implements AutoCloseable {

    private final Map<Integer, Home> homes = new HashMap<>();

    Home home(int number) throws Exception {
        var known = homes.get(number);
        if (known != null) {
            return known;
        }
        var home = Home.empty();
        homes.put(number, home);
        try (var stage = Stage.at(home)) {
            var original = approved(stage, stage.students(1).getFirst().client(), "Rencontre", category(stage));
            GatheringCopies.fill(stage, original, number);
        }
        return home;
    }

    static String category(Stage stage) {
        return stage.admin()
                .post("/api/admin/event-categories", Map.of("name", "Rencontres " + System.nanoTime()))
                .is(201)
                .text("id");
    }

    /** One that has room for everybody. */
    static String approved(Stage stage, Client owner, String title, String category) {
        var id = owner.post("/api/events", JsonMapper.shared().readTree(announcement(title, category)))
                .is(201)
                .text("id");
        stage.admin().post("/api/admin/events/" + id + "/approve").is(200);
        return id;
    }

    static String announcement(String title, String category) {
        var start = Instant.now().plus(Duration.ofDays(30));
        return """
                {"title": "%s", "description": "%s", "category": "%s", "starts_at": "%s", "ends_at": "%s",
                 "venue": "Palais de la Culture", "latitude": 5.3, "longitude": -4.02, "access": "free",
                 "capacity": 100000}
                """.formatted(
                title, "On parle, on danse et on mange ".repeat(20), category, start, start.plus(Duration.ofHours(3)));
    }

    @Override
    public void close() throws IOException {
        for (var home : homes.values()) {
            home.close();
        }
    }
}
