package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** Changing a password, losing it, and where one is logged in. */
@ExtendWith(OnePlatform.class)
class PasswordTest {

    private static final String NEXT = "un-autre-baobab-8";

    private final Fair fair;
    private final Client anyone;

    PasswordTest(Fair fair) {
        this.fair = fair;
        this.anyone = fair.anyone();
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        var person = fair.account("Penda");
        var elsewhere = logIn(person, Fair.PASSWORD).is(200);
        var here = person.client();

        change(here, "not.mine.at.all", NEXT).refuses(400, "invalid").json().at("/errors/current_password");
        assertThat(change(here, "not.mine.at.all", NEXT).json().get("errors").propertyNames())
                .containsExactly("current_password");
        change(here, Fair.PASSWORD, "password").refuses(400, "invalid");
        change(here, Fair.PASSWORD, NEXT).is(204);

        here.get("/api/auth/me").is(200);
        await().until(() ->
                anyone.as(elsewhere.text("access")).get("/api/auth/me").status() == 401);
        refresh(elsewhere).refuses(401, "invalid_refresh_token");
        logIn(person, Fair.PASSWORD).refuses(401, "invalid_credentials");
        var again = logIn(person, NEXT).is(200);
        refresh(again).is(200);
        assertThat(here.get("/api/auth/sessions").text("count")).isEqualTo("2");
    }

    @Test
    void a_lost_password_is_reset_by_a_code_that_works_once() {
        var person = fair.account("Ramata");
        var token = person.client();
        anyone.post("/api/auth/password/forgot", Map.of("email", person.email().toUpperCase()))
                .is(202);
        var code = awaitCode(person.email(), 2);

        reset(person.email(), code, "password1").refuses(400, "invalid");
        reset(person.email(), other(code), NEXT).refuses(400, "invalid_code");
        anyone.post("/api/auth/email/verify", Map.of("email", person.email(), "code", code))
                .refuses(400, "invalid_code");
        reset(person.email(), code, NEXT).is(204);
        reset(person.email(), code, NEXT).refuses(400, "invalid_code");

        await().until(() -> token.get("/api/auth/me").status() == 401);
        logIn(person, Fair.PASSWORD).refuses(401, "invalid_credentials");
        logIn(person, NEXT).is(200);
    }

    @Test
    void nobody_is_told_whether_an_address_has_an_account() {
        var person = fair.account("Rokia");
        var known = anyone.post("/api/auth/password/forgot", Map.of("email", person.email()))
                .is(202);
        var unknown = anyone.post("/api/auth/password/forgot", Map.of("email", "personne@example.org"))
                .is(202);
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(reset("personne@example.org", "123456", NEXT)
                        .refuses(400, "invalid_code")
                        .text())
                .isEqualTo(reset(person.email(), "12345", NEXT)
                        .refuses(400, "invalid_code")
                        .text());
        assertThat(anyone.get("/api/dev/mailbox?to=personne@example.org").json())
                .isEmpty();
    }

    @Test
    void one_sees_where_one_is_logged_in_and_ends_it() {
        var person = fair.account("Salif");
        var phone = anyone.with("User-Agent", "Phone/1.0")
                .post("/api/auth/login", Map.of("login", person.email(), "password", Fair.PASSWORD))
                .is(200);
        var sessions = person.client().get("/api/auth/sessions").is(200);
        assertThat(sessions.text("count")).isEqualTo("2");
        var newest = sessions.json().at("/results/0");
        assertThat(newest.propertyNames())
                .containsExactlyInAnyOrder("id", "created_at", "last_used_at", "ip", "user_agent", "current");
        assertThat(newest.get("user_agent").asString()).isEqualTo("Phone/1.0");
        assertThat(newest.get("ip").asString()).isEqualTo("127.0.0.1");
        assertThat(newest.get("current").asBoolean()).isFalse();
        assertThat(sessions.json().at("/results/1/current").asBoolean()).isTrue();

        var path = "/api/auth/sessions/" + newest.get("id").asString();
        fair.account("Sekou").client().delete(path).refuses(404, "not_found");
        person.client().delete(path).is(204);
        person.client().delete(path).refuses(404, "not_found");
        await().until(() -> anyone.as(phone.text("access")).get("/api/auth/me").status() == 401);
        refresh(phone).refuses(401, "invalid_refresh_token");
        assertThat(person.client().get("/api/auth/sessions").text("count")).isEqualTo("1");
    }

    private Answer logIn(Person person, String password) {
        return anyone.post("/api/auth/login", Map.of("login", person.email(), "password", password));
    }

    private Answer refresh(Answer pair) {
        return anyone.post("/api/auth/refresh", Map.of("refresh", pair.text("refresh")));
    }

    private static Answer change(Client client, String current, String next) {
        return client.post("/api/auth/password/change", Map.of("current_password", current, "new_password", next));
    }

    private Answer reset(String email, String code, String password) {
        return anyone.post("/api/auth/password/reset", Map.of("email", email, "code", code, "new_password", password));
    }

    /** The code of the newest mail, once so many have come. */
    private String awaitCode(String email, int mails) {
        await().until(() -> anyone.get("/api/dev/mailbox?to=" + email).json().size() == mails);
        return fair.code(email);
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
