package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Listener;
import org.palabre.platform.OnePlatform;

/** Who sees a gathering, and that each look counts. */
@ExtendWith(OnePlatform.class)
class GatheringViewsTest {

    private final Client anyone;
    private final Person admin;
    private final Client owner;
    private final Client guest;
    private String id;
    private String slug;

    GatheringViewsTest(Fair fair, Person admin) {
        this.anyone = fair.anyone();
        this.admin = admin;
        this.owner = fair.student("Awa").client();
        this.guest = fair.student("Koffi").client();
    }

    @BeforeEach
    void a_gathering_is_announced() {
        var unique = UUID.randomUUID().toString();
        var category = admin.client()
                .post("/api/admin/event-categories", Map.of("name", "Fêtes " + unique))
                .is(201);
        var gathering = owner.post(
                        "/api/events",
                        Map.of(
                                "title",
                                "Été à l'École " + unique,
                                "description",
                                "Danses, contes et palabres",
                                "category",
                                category.text("id"),
                                "starts_at",
                                Instant.now().plus(Duration.ofDays(10)).toString(),
                                "ends_at",
                                Instant.now().plus(Duration.ofDays(11)).toString(),
                                "venue",
                                "Cocody",
                                "access",
                                "free",
                                "capacity",
                                1))
                .is(201);
        id = gathering.text("id");
        slug = gathering.text("slug");
    }

    @Test
    void only_its_owner_and_admins_see_it_before_it_is_approved() {
        anyone.get("/api/events/" + id).refuses(404, "not_found");
        guest.get("/api/events/" + slug).refuses(404, "not_found");
        guest.get("/api/events/" + id + "/stats").refuses(404, "not_found");
        anyone.get("/api/events/" + id + "/calendar.ics").refuses(404, "not_found");
        assertThat(owner.get("/api/events/" + slug).is(200).text("views_count")).isEqualTo("1");
        assertThat(admin.client().get("/api/events/" + id).is(200).text("status"))
                .isEqualTo("pending");

        approve();

        anyone.get("/api/events/" + slug).is(200);
        guest.get("/api/events/" + id + "/stats").refuses(403, "forbidden");
        assertThat(anyone.get("/api/events/" + id + "/calendar.ics").is(200).text())
                .contains("UID:" + id + "\r\n");
    }

    @Test
    void every_answered_look_counts_once_and_sees_itself() throws Exception {
        var approved = approve();
        var looks = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                looks.add(threads.submit(() ->
                        Integer.parseInt(anyone.get("/api/events/" + id).is(200).text("views_count"))));
            }
        }
        var counts = new ArrayList<Integer>();
        for (var look : looks) {
            counts.add(look.get());
        }
        assertThat(counts).contains(40).allMatch(count -> count >= 1 && count <= 40);

        anyone.send("HEAD", "/api/events/" + id, null).is(200);
        var after = anyone.get("/api/events/" + slug).is(200);
        assertThat(after.text("views_count")).isEqualTo("41");
        assertThat(after.header("ETag")).isEqualTo(approved.header("ETag"));
        assertThat(owner.get("/api/events/" + id + "/stats").is(200).text("views_count"))
                .isEqualTo("41");
    }

    @Test
    void who_takes_part_or_waits_is_seen() {
        approve();
        guest.post("/api/events/" + id + "/participation").is(201);
        owner.post("/api/events/" + id + "/participation").is(201);

        var seen = guest.get("/api/events/" + id).is(200);
        assertThat(seen.text("is_participating")).isEqualTo("true");
        assertThat(seen.text("participants_count")).isEqualTo("1");
        assertThat(seen.text("seats_left")).isEqualTo("0");
        assertThat(owner.get("/api/events/" + id).text("is_participating")).isEqualTo("false");
        var waiting = owner.get("/api/events/" + id + "/participants?status=waitlisted")
                .is(200);
        assertThat(waiting.text("count")).isEqualTo("1");
        assertThat(waiting.json().at("/results/0/place").asInt()).isEqualTo(1);
        assertThat(waiting.json().at("/results/0/user/first_name").asString()).isEqualTo("Awa");
    }

    @Test
    void lists_find_it_by_what_is_said_of_it() {
        approve();
        for (var query : List.of(
                "search=ecole%20conte%20" + slug.substring(slug.length() - 12),
                "category="
                        + anyone.get("/api/events/" + id)
                                .json()
                                .at("/category/slug")
                                .asString(),
                "creator="
                        + anyone.get("/api/events/" + id)
                                .json()
                                .at("/creator/id")
                                .asString())) {
            assertThat(anyone.get("/api/events?" + query)
                            .is(200)
                            .json()
                            .at("/results/0/id")
                            .asString())
                    .as(query)
                    .isEqualTo(id);
        }
    }

    @Test
    void who_follows_it_hears_of_every_change() throws Exception {
        approve();
        try (var follower = Listener.at("/ws/live", guest).follow("event", "{\"id\":\"%s\"}".formatted(id))) {
            follower.await(1);
            guest.post("/api/events/" + id + "/participation").is(201);
            anyone.get("/api/events/" + id).is(200);
            await().untilAsserted(() -> {
                var now = follower.states("event").getLast();
                assertThat(now.get("participants_count").asInt()).isEqualTo(1);
                assertThat(now.get("views_count").asInt()).isEqualTo(1);
            });
        }
    }

    private Answer approve() {
        return admin.client().post("/api/admin/events/" + id + "/approve").is(200);
    }
}
