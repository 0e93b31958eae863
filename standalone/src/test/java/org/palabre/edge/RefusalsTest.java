package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.OneShape;

/** How the platform says no, whatever it is about. */
@ExtendWith(OnePlatform.class)
class RefusalsTest {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    RefusalsTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void unknown_addresses_are_404_whoever_asks_and_however() {
        for (var method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            anyone.send(method, "/api/nowhere", null).refuses(404, "not_found");
            anyone.as("bad").send(method, "/api/nowhere", "{").refuses(404, "not_found");
        }
        anyone.get("/api").refuses(404, "not_found");
        anyone.get("/api/companies/").is(200);
        anyone.get("/api/companies/not-an-id").refuses(404, "not_found");
        anyone.get("/api/companies/" + NOBODY).refuses(404, "not_found");
        anyone.with("Consistency-Token", "nonsense").get("/api/nowhere").refuses(404, "not_found");
    }

    @Test
    void a_refusal_says_where_and_what_for_clients_and_people() {
        var refusal = anyone.get("/api/companies/x?page=1").refuses(404, "not_found");

        assertThat(refusal.text("instance")).isEqualTo("/api/companies/x");
        assertThat(refusal.text("type")).isNotBlank();
        assertThat(refusal.json().has("errors")).isFalse();
        assertThat(refusal.text()).doesNotContain("trace", "exception", "org.palabre");
    }

    @Test
    void wrong_methods_are_405_with_the_right_ones() {
        assertThat(anyone.put("/api/companies", "{}")
                        .refuses(405, "method_not_allowed")
                        .header("Allow"))
                .contains("GET")
                .doesNotContain("PUT");
        assertThat(anyone.as("bad")
                        .get("/api/auth/login")
                        .refuses(405, "method_not_allowed")
                        .header("Allow"))
                .contains("POST");
        anyone.send("BREW", "/api/companies", null).refuses(405, "method_not_allowed");
        anyone.send("TRACE", "/api/companies", null).refuses(405, "method_not_allowed");
        assertThat(anyone.delete("/api/queues")
                        .refuses(405, "method_not_allowed")
                        .header("Allow"))
                .contains("GET", "POST");
    }

    @Test
    @OneShape("a side does not offer what only the other one serves")
    void one_may_ask_for_the_methods() {
        assertThat(anyone.send("OPTIONS", "/api/companies", null).is(200).header("Allow"))
                .contains("GET");
    }

    @Test
    void who_is_not_known_is_401_and_told_how_to_log_in() {
        for (var path : new String[] {"/api/auth/me", "/api/queues", "/api/admin/stats", "/api/company/me"}) {
            assertThat(anyone.get(path).refuses(401, "not_authenticated").header("WWW-Authenticate"))
                    .startsWith("Bearer");
        }
        for (var token : new String[] {"bad", "a.b.c", "x".repeat(43), "é"}) {
            anyone.with("Authorization", "Bearer " + token)
                    .get("/api/companies")
                    .refuses(401, "not_authenticated");
        }
        anyone.with("Authorization", "Basic YTpi").get("/api/companies").refuses(401, "not_authenticated");
        anyone.as("bad")
                .post("/api/auth/login", Map.of("login", "x@example.org", "password", "y"))
                .refuses(401, "invalid_credentials");
        anyone.as("bad").post("/api/auth/logout", Map.of("refresh", "x")).is(204);
    }

    @Test
    void an_unproved_address_is_told_before_a_missing_right() {
        var email = "not.yet.proved@example.org";
        var unproved = anyone.as(fair.register(email, "Pas").text("access"));
        unproved.get("/api/auth/me").is(200);
        unproved.get("/api/queues").refuses(403, "email_not_verified");
        unproved.get("/api/admin/stats").refuses(403, "email_not_verified");

        anyone.post("/api/auth/email/verify", Map.of("email", email, "code", fair.code(email)))
                .is(200);
        unproved.get("/api/queues").is(200);
        unproved.get("/api/admin/stats").refuses(403, "forbidden");
        admin.client().get("/api/queues").refuses(403, "forbidden");
    }

    @Test
    void an_answer_that_cannot_be_given_is_406_and_changes_nothing() {
        anyone.with("Accept", "image/png").get("/api/companies").refuses(406, "not_acceptable");
        anyone.with("Accept", "*/*").get("/api/companies").is(200);
        admin.client()
                .with("Accept", "application/xml")
                .post("/api/admin/companies", Map.of("name", "Jamais Vue"))
                .refuses(406, "not_acceptable");
        assertThat(anyone.get("/api/companies?search=jamais").text("count")).isEqualTo("0");
        anyone.with("Accept", "text/html").get("/api/nowhere").refuses(404, "not_found");
        anyone.with("Accept", "text/html").get("/api/auth/me").refuses(401, "not_authenticated");
    }

    @Test
    void people_are_told_in_french_unless_they_prefer_english() {
        for (var french : new String[] {"", "fr", "de", "*", "fr-CI, en;q=0.5"}) {
            var asking = french.isEmpty() ? anyone : anyone.with("Accept-Language", french);
            assertThat(asking.get("/api/nowhere").text("title")).isEqualTo("Introuvable");
        }
        for (var english : new String[] {"en", "en-GB", "de, en;q=0.5"}) {
            assertThat(anyone.with("Accept-Language", english)
                            .get("/api/nowhere")
                            .text("title"))
                    .isEqualTo("Not found");
        }
        var refusal = anyone.with("Accept-Language", "en").post("/api/auth/login", Map.of("password", "x"));
        assertThat(refusal.refuses(400, "invalid").text("errors.login.0")).contains("must");
    }

    @Test
    void it_is_told_in_the_agreed_order() {
        var unknown = "/api/admin/companies/" + NOBODY;
        var company = fair.company(admin, "Ordre & Fils", 1);
        var known = "/api/admin/companies/" + company.id();
        var student = fair.student("Orso").client();

        anyone.patch(unknown, "{").refuses(401, "not_authenticated");
        student.patch(unknown, "{").refuses(403, "forbidden");
        for (var body : new String[] {"{", "{\"name\":\"\"}", "{\"name\":1}", " ".repeat((1 << 20) + 1)}) {
            admin.client().patch(unknown, body).refuses(404, "not_found");
        }
        admin.client().with("Content-Type", "text/plain").patch(unknown, "{}").refuses(404, "not_found");
        admin.client().with("If-Match", "nonsense").patch(unknown, "{}").refuses(404, "not_found");
        admin.client().put("/api/admin/users/" + NOBODY + "/roles", "{}").refuses(404, "not_found");
        student.post("/api/queues", Map.of("company_id", NOBODY)).refuses(404, "not_found");
        student.post("/api/queues", Map.of("company_id", "x")).refuses(400, "invalid");
        anyone.patch("/api/company/" + "x".repeat(43), "{").refuses(404, "not_found");

        var outdated = admin.client().with("If-Match", "\"99\"");
        outdated.patch(known, Map.of("name", "")).refuses(400, "invalid");
        fair.company(admin, "Ordre Établi", 1);
        outdated.patch(known, Map.of("name", "Ordre Établi")).refuses(412, "version_conflict");
        admin.client().patch(known, Map.of("name", "Ordre Établi")).refuses(409, "name_taken");
    }
}
