package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** What admins do about the accounts of others. */
@ExtendWith(OnePlatform.class)
class ModerationTest {

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    ModerationTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void a_suspended_account_is_out_until_it_is_reinstated() {
        var person = fair.account("Souleymane");
        var login = Map.of("login", person.email(), "password", Fair.PASSWORD);
        var pair = anyone.post("/api/auth/login", login).is(200);

        assertThat(decide(person, "suspend").is(200).text("status")).isEqualTo("suspended");
        decide(person, "suspend").is(200);
        await().until(() -> person.client().get("/api/auth/me").status() == 401);
        anyone.post("/api/auth/refresh", Map.of("refresh", pair.text("refresh")))
                .refuses(401, "invalid_refresh_token");
        anyone.post("/api/auth/login", login).refuses(403, "account_suspended");
        anyone.post("/api/auth/login", Map.of("login", person.email(), "password", "wrong"))
                .refuses(401, "invalid_credentials");

        assertThat(decide(person, "reinstate").is(200).text("status")).isEqualTo("active");
        person.client().get("/api/auth/me").refuses(401, "not_authenticated");
        anyone.post("/api/auth/login", login).is(200);
    }

    @Test
    void an_admin_vouches_for_an_identity() {
        var person = fair.account("Viviane");
        assertThat(decide(person, "verify").is(200).text("is_verified")).isEqualTo("true");
        assertThat(anyone.get("/api/users/" + person.id()).text("is_verified")).isEqualTo("true");
    }

    @Test
    void only_admins_decide_and_not_against_themselves() {
        var person = fair.account("Nadia");
        for (var decision : List.of("verify", "suspend", "reinstate", "erase")) {
            person.client()
                    .post("/api/admin/users/" + admin.id() + "/" + decision)
                    .refuses(403, "forbidden");
            anyone.post("/api/admin/users/" + person.id() + "/" + decision).refuses(401, "not_authenticated");
            admin.client()
                    .post("/api/admin/users/" + java.util.UUID.randomUUID() + "/" + decision)
                    .refuses(404, "not_found");
        }
        decide(admin, "suspend").refuses(409, "self_not_allowed");
        decide(admin, "erase").refuses(409, "self_not_allowed");
    }

    @Test
    void who_is_erased_while_logging_in_is_unknown_by_then() throws Exception {
        var person = fair.account("Wassa");
        var login = Map.of("login", person.email(), "password", Fair.PASSWORD);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var logIns = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> anyone.post("/api/auth/login", login)))
                    .toList();
            decide(person, "erase").is(202);
            for (var logIn : logIns) {
                var answer = logIn.get();
                if (answer.status() != 200) {
                    answer.refuses(401, "invalid_credentials");
                }
            }
        }
        await().until(() -> admin.client()
                .get("/api/admin/login-attempts?search=" + person.email())
                .text("count")
                .equals("0"));
    }

    @Test
    void every_attempt_to_log_in_is_told_to_admins() {
        var person = fair.account("Tiemoko");
        anyone.post("/api/auth/login", Map.of("login", person.email(), "password", "wrong"))
                .is(401);
        anyone.with("User-Agent", "Essai/2")
                .post("/api/auth/login", Map.of("login", person.email().toUpperCase(), "password", Fair.PASSWORD))
                .is(200);
        anyone.post("/api/auth/login", Map.of("login", "tiémoko.inconnu", "password", "wrong"))
                .is(401);

        var attempts =
                admin.client().get("/api/admin/login-attempts?search=tiemoko").is(200);
        assertThat(attempts.text("count")).isEqualTo("3");
        assertThat(attempts.json()
                        .get("results")
                        .valueStream()
                        .map(row -> row.get("outcome").asString()))
                .containsExactly("invalid_credentials", "succeeded", "invalid_credentials");
        var success = attempts.json().at("/results/1");
        assertThat(success.propertyNames())
                .containsExactlyInAnyOrder("id", "login", "outcome", "ip", "user_agent", "at");
        assertThat(success.get("login").asString()).isEqualTo(person.email().toUpperCase());
        assertThat(success.get("user_agent").asString()).isEqualTo("Essai/2");
        assertThat(admin.client()
                        .get("/api/admin/login-attempts?search=TIEMOKO&outcome=succeeded")
                        .text("count"))
                .isEqualTo("1");
        assertThat(admin.client()
                        .get("/api/admin/login-attempts?search=TI%C3%89MOKO%20inconnu")
                        .text("count"))
                .isEqualTo("1");
        assertThat(admin.client().get("/api/admin/login-attempts?search=%25").text("count"))
                .isEqualTo("0");
        admin.client().get("/api/admin/login-attempts?outcome=perhaps").refuses(400, "invalid");
        person.client().get("/api/admin/login-attempts").refuses(403, "forbidden");
    }

    private Answer decide(Person person, String decision) {
        return admin.client().post("/api/admin/users/" + person.id() + "/" + decision);
    }
}
