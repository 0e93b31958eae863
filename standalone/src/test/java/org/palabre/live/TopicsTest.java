package org.palabre.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Listener;
import org.palabre.platform.OnePlatform;
import tools.jackson.databind.JsonNode;

/** States that are told anew whenever they change. */
@ExtendWith(OnePlatform.class)
class TopicsTest {

    private static final String BOARD = "company-board";
    private static final String OWN = "student-queues";
    private static final String OVERVIEW = "fair-overview";

    private final Fair fair;
    private final Person admin;

    TopicsTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @Test
    void during_a_rush_every_topic_comes_to_the_state_that_one_reads_and_never_goes_back() throws Exception {
        var company = fair.company(admin, "Grande Ruée", 3);
        var students = new ArrayList<Person>();
        for (int number = 0; number < 8; number++) {
            students.add(fair.student("Rua"));
        }
        var first = students.getFirst();
        var params = "{\"company_id\":\"%s\"}".formatted(company.id());
        try (var stand = Listener.at("/ws/live", company.client()).follow(BOARD, params);
                var student = Listener.at("/ws/live", first.client()).follow(OWN, "{}");
                var boss = Listener.at("/ws/live", admin.client())
                        .follow(BOARD, params)
                        .follow(OVERVIEW, "{}")) {
            stand.await(1);
            student.await(1);
            boss.await(2);
            rush(company, students);

            var board = company.client().get("/api/company/me").is(200).json();
            await().until(() -> stand.states(BOARD).getLast().equals(board));
            await().until(() -> boss.states(BOARD).getLast().equals(board));
            await().until(() ->
                    boardIn(boss.states(OVERVIEW).getLast(), company).equals(board));
            var queues = first.client().get("/api/queues").is(200).json().get("results");
            var me = first.client().get("/api/students/me").is(200).json();
            await().untilAsserted(() -> {
                var own = student.states(OWN).getLast();
                assertThat(own.get("inscriptions")).isEqualTo(queues);
                assertThat(own.get("student")).isEqualTo(me);
            });
            var stats = admin.client().get("/api/admin/stats").is(200).json();
            await().untilAsserted(() -> stats.properties()
                    .forEach(field -> assertThat(boss.states(OVERVIEW).getLast().get(field.getKey()))
                            .isEqualTo(field.getValue())));

            for (var listener : List.of(stand, boss)) {
                assertThat(listener.states(BOARD).stream().map(TopicsTest::joined))
                        .isSorted();
                assertThat(listener.states(BOARD).stream()
                                .map(state -> state.get("completed_count").asInt()))
                        .isSorted();
            }
            assertThat(stand.frames().getFirst().get("type").asString()).isEqualTo("initial");
            assertThat(stand.frames().stream()
                            .skip(1)
                            .map(frame -> frame.get("type").asString()))
                    .isNotEmpty()
                    .containsOnly("update");
            assertThat(stand.frames().toString()).doesNotContain(company.token());
        }
    }

    @Test
    void what_one_may_not_see_closes_the_socket_and_what_is_not_there_does_not() {
        var company = fair.company(admin, "Rideau Fermé", 1);
        var other = fair.company(admin, "Rideau Voisin", 1);
        var params = "{\"company_id\":\"%s\"}".formatted(company.id());
        var student = fair.student("Rita").client();

        assertThat(Listener.at("/ws/live", other.client()).follow(BOARD, params).closeCode())
                .isEqualTo(4403);
        assertThat(Listener.at("/ws/live", student).follow(BOARD, params).closeCode())
                .isEqualTo(4403);
        assertThat(Listener.at("/ws/live", student).follow(OVERVIEW, "{}").closeCode())
                .isEqualTo(4403);
        assertThat(Listener.at("/ws/live", company.client()).follow(OWN, "{}").closeCode())
                .isEqualTo(4403);
        try (var boss = Listener.at("/ws/live", admin.client())) {
            var unknown = "{\"company_id\":\"00000000-0000-7000-8000-000000000000\"}";
            boss.say("{")
                    .say("[]")
                    .say("{\"type\":\"dance\"}")
                    .follow("nothing", "{}")
                    .follow(BOARD, "{}")
                    .follow(BOARD, unknown)
                    .say("{\"type\":\"unsubscribe\",\"id\":\"nobody\"}");
            assertThat(boss.await(7).stream().map(frame -> frame.get("code").asString()))
                    .containsExactlyInAnyOrder(
                            "malformed", "malformed", "invalid", "unknown_topic", "invalid", "not_found", "unknown_id");
            assertThat(boss.frames())
                    .allMatch(frame -> frame.get("type").asString().equals("error")
                            && !frame.get("detail").asString().isBlank());
            boss.follow(BOARD, params).follow(BOARD, params);
            assertThat(boss.await(9).stream().map(frame -> frame.path("code").asString("")))
                    .contains("duplicate_id");
            boss.say("{\"type\":\"unsubscribe\",\"id\":\"%s\"}".formatted(BOARD));
            await().until(() -> boss.frames().getLast().get("type").asString().equals("complete"));
        }
    }

    /** All join; the stand takes, ends and takes back interviews. */
    private void rush(Fair.Company company, List<Person> students) throws Exception {
        var body = Map.of("company_id", company.id());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.invokeAll(students.stream()
                    .<Callable<Answer>>map(student ->
                            () -> student.client().post("/api/queues", body).is(201))
                    .toList());
        }
        var started = new ArrayList<String>();
        for (int number = 0; number < 3; number++) {
            started.add(company.client().post("/api/company/me/next").is(200).text("id"));
        }
        var interview = "/api/company/me/queue/";
        company.client().post(interview + started.get(0) + "/complete").is(200);
        company.client().post(interview + started.get(1) + "/cancel").is(200);
        var last = students.getLast().client();
        var place = last.get("/api/queues").json().at("/results/0");
        if (place.get("status").asString().equals("waiting")) {
            last.put("/api/students/me/status", Map.of("status", "paused")).is(200);
        }
    }

    /** Everybody who ever joined; nobody leaves in these tests. */
    private static int joined(JsonNode board) {
        return board.get("queue").size()
                + board.get("interviews").size()
                + board.get("completed_count").asInt();
    }

    private static JsonNode boardIn(JsonNode overview, Fair.Company company) {
        return overview.get("boards")
                .valueStream()
                .filter(board -> board.at("/company/id").asString().equals(company.id()))
                .findFirst()
                .orElseThrow();
    }
}
