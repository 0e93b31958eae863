package org.palabre.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.palabre.platform.Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform with so many gatherings, some of which are open to everybody. It stays for all rows that are about as many, so
 * that it has to become fast only once.
 *
 * @param open the ids of those that have room for whoever takes part
 */
record Agenda(int number, Home home, Stage stage, String category, List<String> open) implements AutoCloseable {

    private static final int OPEN = 256;

    static Agenda of(int number) throws Exception {
        var home = Home.empty();
        var stage = Stage.at(home);
        var owner = stage.students(1).getFirst().client();
        var category = stage.admin()
                .post("/api/admin/event-categories", Map.of("name", "Rencontres"))
                .is(201)
                .text("id");
        GatheringCopies.fill(stage, approved(stage, owner, "Rencontre", category), number);
        var open = new ArrayList<String>();
        for (int i = 0; i < OPEN; i++) {
            open.add(approved(stage, owner, "Palabre " + i, category));
        }
        return new Agenda(number, home, stage, category, open);
    }

    String anyOpen() {
        return open.get(ThreadLocalRandom.current().nextInt(open.size()));
    }

    private static String approved(Stage stage, Client owner, String title, String category) {
        var id = owner.post("/api/events", JsonMapper.shared().readTree(announcement(title, category)))
                .is(201)
                .text("id");
        stage.admin().post("/api/admin/events/" + id + "/approve").is(200);
        return id;
    }

    /** One that has room for everybody. */
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
        stage.close();
        home.close();
    }
}
