package org.palabre.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Listener;
import org.palabre.platform.OnePlatform;
import tools.jackson.databind.JsonNode;

/** What happens at the fair, told to everyone it concerns in the order in which it happened. */
@ExtendWith(OnePlatform.class)
class NotificationsTest {

    private final Fair fair;
    private final Person admin;

    NotificationsTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @Test
    void each_hears_what_concerns_them_in_its_order() {
        var company = fair.company(admin, "Crieur Public", 1);
        var other = fair.company(admin, "Crieur Voisin", 1);
        var ada = fair.student("Ada");
        var bob = fair.student("Bob");
        try (var student = Listener.at("/ws/notifications", ada.client()).ready();
                var stranger = Listener.at("/ws/notifications", bob.client()).ready();
                var stand = Listener.at("/ws/notifications", company.client()).ready();
                var neighbour = Listener.at("/ws/notifications", other.client()).ready();
                var boss = Listener.at("/ws/notifications", admin.client()).ready()) {
            var path = "/api/company/me/queue/";
            var inscription = fair.join(ada, company);
            company.client().post(path + inscription + "/start").is(200);
            company.client().post(path + inscription + "/cancel").is(200);
            ada.client().delete("/api/queues/" + inscription).is(204);
            var second = fair.join(ada, company);
            company.client().post("/api/company/me/next").is(200);
            company.client().post(path + second + "/complete").is(200);
            admin.client()
                    .patch("/api/admin/companies/" + company.id(), Map.of("max_queue_size", 7))
                    .is(200);
            var happened = List.of(
                    "queue_inscription joined",
                    "interview_started",
                    "queue_inscription returned",
                    "queue_inscription left",
                    "queue_inscription joined",
                    "interview_started",
                    "interview_completed");
            // whoever is shown out is not told what has not left yet
            assertThat(withoutStatus(stand, happened.size() + 1)).contains("company_updated");
            var renewed = admin.client()
                    .post("/api/admin/companies/" + company.id() + "/regenerate-token")
                    .is(200)
                    .text("access_token");
            ada.client()
                    .put("/api/students/me/status", Map.of("status", "available"))
                    .is(200);
            assertThat(withoutStatus(student, happened.size())).isEqualTo(happened);
            assertThat(withoutStatus(boss, happened.size() + 1).subList(0, happened.size()))
                    .isEqualTo(happened);
            assertThat(withoutStatus(boss, happened.size() + 1).getLast()).isEqualTo("company_updated");
            await().until(() ->
                    student.frames().getLast().get("type").asString().equals("student_status")
                            && student.frames()
                                    .getLast()
                                    .at("/student/status")
                                    .asString()
                                    .equals("available"));
            for (var listener : List.of(student, stand, boss)) {
                listener.frames().forEach(NotificationsTest::hasTheAgreedShape);
                assertThat(listener.frames().toString()).doesNotContain(company.token(), renewed);
            }
            assertThat(stranger.frames()).isEmpty();
            assertThat(neighbour.frames()).isEmpty();
        }
    }

    @Test
    void a_frame_says_what_the_answer_said() {
        var company = fair.company(admin, "Mot à Mot", 2);
        var student = fair.student("Mado");
        try (var stand = Listener.at("/ws/notifications", company.client()).ready()) {
            var id = fair.join(student, company);
            var frame = stand.await(1).getFirst();

            assertThat(frame.at("/inscription/id").asString()).isEqualTo(id);
            assertThat(frame.get("inscription"))
                    .isEqualTo(student.client().get("/api/queues").json().at("/results/0"));
            assertThat(frame.get("student"))
                    .isEqualTo(student.client().get("/api/students/me").json());
            assertThat(frame.get("company"))
                    .isEqualTo(
                            fair.anyone().get("/api/companies/" + company.id()).json());
            stand.say("{\"type\":\"hello\",\"id\":\"1\"}");
            var error = stand.await(2).getLast();
            assertThat(error.get("type").asString()).isEqualTo("error");
            assertThat(error.get("id").asString()).isEqualTo("1");
        }
    }

    private static List<String> withoutStatus(Listener listener, int number) {
        await().untilAsserted(() -> assertThat(names(listener)).hasSizeGreaterThanOrEqualTo(number));
        return names(listener);
    }

    private static List<String> names(Listener listener) {
        return listener.frames().stream()
                .filter(frame -> !frame.get("type").asString().equals("student_status"))
                .map(frame -> (frame.get("type").asString() + " "
                                + frame.path("action").asString(""))
                        .strip())
                .toList();
    }

    private static void hasTheAgreedShape(JsonNode frame) {
        switch (frame.get("type").asString()) {
            case "queue_inscription" ->
                assertThat(frame.propertyNames())
                        .containsExactlyInAnyOrder("type", "action", "inscription", "student", "company");
            case "interview_started", "interview_completed" ->
                assertThat(frame.propertyNames())
                        .containsExactlyInAnyOrder("type", "inscription", "student", "company");
            case "student_status" -> assertThat(frame.propertyNames()).containsExactlyInAnyOrder("type", "student");
            case "company_updated" -> assertThat(frame.propertyNames()).containsExactlyInAnyOrder("type", "company");
            case String other -> throw new AssertionError(other);
        }
        if (frame.has("inscription")) {
            assertThat(frame.get("inscription").propertyNames())
                    .containsExactlyInAnyOrder(
                            "id", "company", "position", "status", "is_completed", "place", "joined_at");
        }
        if (frame.has("student")) {
            assertThat(frame.get("student").propertyNames())
                    .containsExactlyInAnyOrder("id", "first_name", "last_name", "status", "current_company");
        }
        if (frame.has("company")) {
            assertThat(frame.get("company").propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "name",
                            "status",
                            "max_concurrent_interviews",
                            "max_queue_size",
                            "waiting_count",
                            "interviewing_count");
        }
    }
}
