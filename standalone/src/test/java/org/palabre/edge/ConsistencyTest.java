package org.palabre.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** Reading what was written. */
@ExtendWith(OnePlatform.class)
class ConsistencyTest {

    private static final String HEADER = "Consistency-Token";

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    ConsistencyTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void who_reads_after_a_command_sees_it() {
        var company = fair.company(admin, "Aussitôt", 1);
        var path = "/api/companies/" + company.id();
        for (int round = 1; round <= 60; round++) {
            var slots = String.valueOf(1 + round % 100);
            admin.client()
                    .patch("/api/admin" + path.substring(4), "{\"max_concurrent_interviews\":%s}".formatted(slots))
                    .is(200);
            assertThat(anyone.get(path).text("max_concurrent_interviews")).isEqualTo(slots);
        }
    }

    @Test
    void the_token_of_a_command_that_was_not_waited_for_lets_anybody_see_it() {
        var asking = admin.client().with("Prefer", "respond-async");
        for (int round = 1; round <= 40; round++) {
            var name = "Plus Tard " + round;
            var answer =
                    asking.post("/api/admin/companies", Map.of("name", name)).is(201);
            var seeing = patient(anyone, token(answer));
            seeing.get("/api/companies/" + answer.text("id")).is(200);
            assertThat(seeing.get("/api/companies?search=plus%20tard&page_size=1")
                            .text("count"))
                    .isEqualTo(String.valueOf(round));
            var renamed = asking.patch("/api/admin/companies/" + answer.text("id"), Map.of("name", "Puis " + name))
                    .is(200);
            assertThat(patient(admin.client(), token(renamed))
                            .get("/api/companies/" + answer.text("id"))
                            .text("name"))
                    .isEqualTo("Puis " + name);
        }
    }

    @Test
    void every_command_that_was_done_has_a_token() {
        var email = "jeton.de.lecture@example.org";
        var registered = fair.register(email, "Jeton");
        var verified = anyone.post("/api/auth/email/verify", Map.of("email", email, "code", fair.code(email)));
        var company = admin.client()
                .post("/api/admin/companies", Map.of("name", "Tous Jetons"))
                .is(201);
        var path = "/api/admin/companies/" + company.text("id");
        var me = anyone.as(registered.text("access"));
        var profile = me.post("/api/students", Map.of("first_name", "J", "last_name", "K"));
        var joined = me.post("/api/queues", Map.of("company_id", company.text("id")));
        var left = me.delete("/api/queues/" + joined.text("id"));
        var paused = me.put("/api/students/me/status", Map.of("status", "paused"));
        var unchanged = me.put("/api/students/me/status", Map.of("status", "paused"));
        var resent = anyone.post("/api/auth/email/resend", Map.of("email", "nobody.at.all@example.org"));
        var roles = admin.client()
                .put("/api/admin/users/" + registered.text("user.id") + "/roles", Map.of("roles", List.of("student")));
        var refreshed = anyone.post("/api/auth/refresh", Map.of("refresh", registered.text("refresh")));
        var loggedIn = anyone.post("/api/auth/login", Map.of("login", email, "password", Fair.PASSWORD));
        var loggedOut = anyone.post("/api/auth/logout", Map.of("refresh", loggedIn.text("refresh")));
        var again = anyone.post("/api/auth/logout", Map.of("refresh", loggedIn.text("refresh")));
        var unknown = anyone.post("/api/auth/logout", Map.of("refresh", "of nobody"));
        var regenerated = admin.client().post(path + "/regenerate-token");
        var removed = admin.client().delete(path);

        for (var answer : List.of(
                registered,
                verified,
                company,
                profile,
                joined,
                left,
                paused,
                unchanged,
                resent,
                roles,
                refreshed,
                loggedIn,
                loggedOut,
                again,
                unknown,
                regenerated,
                removed)) {
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            patient(anyone, token(answer)).get("/api/companies").is(200);
        }
    }

    @Test
    void what_is_no_token_of_ours_is_refused() {
        var ours = token(admin.client().post("/api/admin/companies", Map.of("name", "Vrai Jeton")));
        for (var wrong : new String[] {
            "nonsense",
            "é",
            "0",
            ours + "x!",
            ours.substring(1),
            encoded("1,a"),
            encoded("1,Company:x:-1"),
            encoded("1,a:\0:1")
        }) {
            anyone.with(HEADER, wrong).get("/api/companies").refuses(400, "malformed");
        }
        admin.client()
                .with(HEADER, "nonsense")
                .post("/api/admin/companies", Map.of("name", "Sans Jeton"))
                .is(201);
    }

    @Test
    void a_write_that_is_not_there_in_time_is_503_and_worth_another_try() {
        var company = fair.company(admin, "Demain", 1);
        var future = anyone.with(HEADER, encoded("1,Company:" + company.id() + ":999"));

        for (var prefer : new String[] {"wait=0", "wait=1", "respond-async, wait=1"}) {
            assertThat(future.with("Prefer", prefer)
                            .get("/api/companies")
                            .refuses(503, "projection_behind")
                            .header("Retry-After"))
                    .matches("[1-9]\\d*");
        }
        future.get("/api/companies").refuses(503, "projection_behind");
    }

    /** One who brings the token and waits as long as anybody may. */
    private static Client patient(Client client, String token) {
        return client.with(HEADER, token).with("Prefer", "wait=10");
    }

    private static String token(Answer answer) {
        assertThat(answer.header(HEADER)).isNotBlank();
        return answer.header(HEADER);
    }

    /** A token as this platform makes them, of a write that never happened. */
    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
