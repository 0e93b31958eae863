package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.OnePlatform.FRIEND;
import static org.palabre.platform.OnePlatform.ORIGIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** What every answer carries, and which pages may ask. */
@ExtendWith(OnePlatform.class)
class HeadersTest {

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    HeadersTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void every_answer_guards_itself_and_hides_its_make() {
        var answers = List.of(
                anyone.get("/api/companies"),
                anyone.get("/api/nowhere"),
                anyone.get("/api/auth/me"),
                anyone.get("/health"),
                anyone.get("/.well-known/jwks.json"),
                anyone.get("/api/schema"),
                anyone.post("/api/auth/login", "{"),
                anyone.put("/api/companies", "{}"),
                anyone.send("TRACE", "/api/companies", null),
                anyone.get("/api//companies"),
                anyone.with("Origin", "https://foe.example.org").get("/api/companies"),
                anyone.get("/"));
        for (var answer : answers) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("X-Powered-By")).isEmpty();
            assertThat(answer.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("tomcat", "whitelabel");
            if (answer.header("Content-Type").contains("json")) {
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
        }
    }

    @Test
    void a_slash_at_the_end_says_nothing() {
        var company = fair.company(admin, "Barre Oblique", 1);
        var student = fair.student("Barry").client();
        for (var path : new String[] {
            "/api/companies/", "/api/companies/?page=1", "/api/companies/" + company.id() + "/", "/health/"
        }) {
            anyone.get(path).is(200);
        }
        var inscription = student.post("/api/queues/", "{\"company_id\":\"%s\"}".formatted(company.id()))
                .is(201)
                .text("id");
        company.client()
                .post("/api/company/me/queue/" + inscription + "/start/")
                .is(200);
        student.get("/api/queues/").is(200);
        admin.client()
                .patch("/api/admin/companies/" + company.id() + "/", "{\"status\":\"paused\"}")
                .is(200);
        anyone.get("/api/nowhere/").refuses(404, "not_found");
    }

    @Test
    void head_answers_like_get() {
        var company = fair.company(admin, "Tête de Liste", 1);
        for (var path : new String[] {"/api/companies/" + company.id(), "/api/nowhere", "/api/auth/me", "/health"}) {
            var get = anyone.get(path);
            var head = anyone.send("HEAD", path, null).is(get.status());
            assertThat(head.text()).isEmpty();
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        }
    }

    @Test
    void pages_of_this_origin_and_its_friends_may_ask() {
        for (var origin : List.of(ORIGIN, FRIEND)) {
            assertThat(preflight(origin, "PATCH").is(200).header("Access-Control-Allow-Methods"))
                    .contains("PATCH");
            for (var path : List.of("/api/companies", "/.well-known/jwks.json", "/health")) {
                var answer = anyone.with("Origin", origin).get(path).is(200);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
                assertThat(answer.header("Access-Control-Expose-Headers"))
                        .contains("ETag", "Location", "Retry-After", "Consistency-Token");
            }
            var refused = anyone.with("Origin", origin).get("/api/nowhere").refuses(404, "not_found");
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        }
    }

    @Test
    void pages_of_other_origins_may_not() {
        for (var origin : List.of("https://foe.example.org", "null", "http://fair.example.org", ORIGIN + ".evil.org")) {
            preflight(origin, "PATCH").refuses(403, "forbidden");
            for (var path : List.of("/api/companies", "/.well-known/jwks.json")) {
                var answer = anyone.with("Origin", origin).get(path).refuses(403, "forbidden");
                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            }
        }
        anyone.with("Origin", anyone.origin()).get("/api/companies").is(200);
    }

    private Answer preflight(String origin, String method) {
        return anyone.with("Origin", origin)
                .with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", "authorization,content-type,if-match,idempotency-key")
                .send("OPTIONS", "/api/admin/companies", null);
    }
}
