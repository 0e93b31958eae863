package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Platform;

/**
 * How often one may call. Each node counts for itself, so it is asked at the door of a side; each test comes from
 * addresses of its own.
 */
class LimitsTest {

    private static final int NAMED = 5;
    private static final int REQUESTS = 20;
    private static final int AT_AN_ADDRESS = 20;

    @TempDir
    private static Path home;

    private static Platform platform;
    private static Fair fair;
    private static Person admin;

    @BeforeAll
    static void start() {
        platform = Platform.start(
                home,
                Map.of(
                        "PALABRE_LIMIT_AUTH", "" + NAMED,
                        "PALABRE_LIMIT_REQUESTS", "" + REQUESTS,
                        "PALABRE_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8"));
        fair = platform.fair();
        admin = platform.admin();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void the_sixth_log_in_of_a_minute_is_refused_whatever_the_password() {
        var ada = fair.account("Ada");
        var grace = fair.account("Grace");
        var door = decides("198.51.100.1");
        for (int each = 0; each < NAMED - 1; each++) {
            logIn(door, ada.email(), "wrong").refuses(401, "invalid_credentials");
        }
        logIn(door, ada.email(), Fair.PASSWORD).is(200);

        isLimited(logIn(door, ada.email(), Fair.PASSWORD));
        isLimited(logIn(door, " " + ada.email().toUpperCase(Locale.ROOT), Fair.PASSWORD));
        isLimited(door.post("/auth/login", Map.of("email", ada.email(), "password", "wrong")));
        isLimited(decides("198.51.100.2").post("/api/users/login", Map.of("login", ada.email())));
        var attempt = admin.client()
                .get("/api/admin/login-attempts?outcome=too_many_requests&page_size=1&search=" + ada.email())
                .is(200);
        assertThat(attempt.text("count")).isEqualTo("4");
        assertThat(attempt.text("results.0.ip")).isEqualTo("198.51.100.2");
        logIn(door, grace.email(), Fair.PASSWORD).is(200);
        door.post("/api/auth/email/verify", Map.of("email", ada.email(), "code", "000000"))
                .refuses(400, "invalid_code");
    }

    @Test
    void whether_there_is_such_an_account_makes_no_difference() {
        var door = decides("198.51.100.3");
        for (int each = 0; each < NAMED; each++) {
            logIn(door, "nobody@example.org", "wrong").refuses(401, "invalid_credentials");
        }
        isLimited(logIn(door, "Nobody@example.org", "wrong"));

        for (var nobodys :
                List.of("0701020304", "+2250701020304", "07 01 02 03 04", "00225 0701020304", "0701020304")) {
            logIn(door, nobodys, "wrong").refuses(401, "invalid_credentials");
        }
        isLimited(logIn(door, "+225 07 01 02 03 04", "wrong"));
        fair.account("Ada")
                .client()
                .patch("/api/users/me", Map.of("telephone", "0701020305"))
                .is(200);
        for (var somebodys :
                List.of("0701020305", "+2250701020305", "07 01 02 03 05", "00225 0701020305", "0701020305")) {
            logIn(door, somebodys, "wrong").refuses(401, "invalid_credentials");
        }
        isLimited(logIn(door, "+225 07 01 02 03 05", "wrong"));
    }

    @Test
    void an_address_is_named_so_often_in_each_call_that_sends_to_it_or_guesses_about_it() {
        var door = decides("198.51.100.4");
        var email = "named@example.org";
        for (var path : List.of(
                "/api/auth/register",
                "/api/setup",
                "/api/auth/email/verify",
                "/api/auth/email/resend",
                "/api/auth/password/forgot",
                "/api/auth/password/reset")) {
            for (int each = 0; each < NAMED; each++) {
                assertThat(door.post(path, Map.of("email", email)).status()).isNotEqualTo(429);
            }
            isLimited(door.post(path, Map.of("email", email)));
            assertThat(door.post(path, Map.of("email", "other.one@example.org")).status())
                    .isNotEqualTo(429);
        }
    }

    @Test
    void an_address_on_the_net_may_name_twenty_times_as_many() {
        var door = decides("198.51.100.5");
        for (int each = 0; each < NAMED * AT_AN_ADDRESS; each++) {
            resend(door, "number.%d@example.org".formatted(each)).is(202);
        }

        isLimited(resend(door, "one.more@example.org"));
        isLimited(door.post("/api/auth/email/resend", "{"));
        isLimited(resend(decides("192.0.2.1, 198.51.100.5"), "one.more@example.org"));
        isLimited(resend(decides("198.51.100.5, 10.1.2.3"), "one.more@example.org"));
        resend(decides("198.51.100.6"), "one.more@example.org").is(202);
        resend(decides("198.51.100.5, 198.51.100.7"), "one.more@example.org").is(202);
    }

    @Test
    void who_hammers_at_one_name_shuts_out_nobody_else_at_the_same_address() {
        var door = decides("198.51.100.8");
        for (int each = 0; each <= NAMED * AT_AN_ADDRESS; each++) {
            resend(door, "hammered@example.org");
        }

        resend(door, "spared@example.org").is(202);
    }

    @Test
    void an_account_may_call_so_often_wherever_it_is() {
        var ada = fair.account("Ada");
        var door = shows("203.0.113.1").as(ada.client().token());
        for (int each = 0; each < REQUESTS; each++) {
            door.get("/api/auth/me").is(200);
        }

        isLimited(door.get("/api/auth/me"));
        isLimited(shows("203.0.113.2").as(ada.client().token()).get("/api/companies?page=0"));
        isLimited(door.get("/api/admin/stats"));
        door.as("bad").get("/api/auth/me").refuses(401, "not_authenticated");
        door.get("/api/nowhere").refuses(404, "not_found");
        door.as(fair.account("Grace").client().token()).get("/api/auth/me").is(200);
    }

    @Test
    void so_may_a_company_by_whichever_way_its_token_comes() {
        var company = fair.company(admin, "Limites & Fils", 1);
        var another = fair.company(admin, "Sans Limites", 1);
        var door = shows("203.0.113.3");
        for (int each = 0; each < REQUESTS; each += 2) {
            door.get("/api/company/" + company.token()).is(200);
            door.as(company.token()).get("/api/company/me").is(200);
        }

        isLimited(door.get("/api/company/" + company.token()));
        isLimited(door.as(company.token()).get("/api/companies"));
        door.get("/api/company/" + another.token()).is(200);
    }

    @Test
    void who_has_no_account_may_call_so_often_from_an_address() {
        var door = shows("203.0.113.4");
        for (int each = 0; each < REQUESTS * AT_AN_ADDRESS; each += 2) {
            door.get("/api/companies").is(200);
            door.get("/api/company/" + "x".repeat(43)).refuses(404, "not_found");
        }

        isLimited(door.get("/api/companies"));
        isLimited(door.get("/api/company/" + "x".repeat(43)));
        door.get("/api/auth/me").refuses(401, "not_authenticated");
        door.as(fair.account("Ada").client().token()).get("/api/companies").is(200);
        shows("203.0.113.5").get("/api/companies").is(200);
        door.get("/health").is(200);
        door.get("/.well-known/jwks.json").is(200);
        door.get("/").is(200);
        door.get("/api/nowhere").refuses(404, "not_found");
    }

    private static Answer logIn(Client door, String login, String password) {
        return door.post("/api/auth/login", Map.of("login", login, "password", password));
    }

    private static Answer resend(Client door, String email) {
        return door.post("/api/auth/email/resend", Map.of("email", email));
    }

    private static void isLimited(Answer answer) {
        var seconds = answer.refuses(429, "too_many_requests").header("Retry-After");
        assertThat(Integer.parseInt(seconds)).isBetween(1, 60);
    }

    /** At the door of the command side, behind proxies that say this. */
    private static Client decides(String forwardedFor) {
        return platform.doors().getFirst().with("X-Forwarded-For", forwardedFor);
    }

    /** At the door of the query side, behind proxies that say this. */
    private static Client shows(String forwardedFor) {
        return platform.doors().getLast().with("X-Forwarded-For", forwardedFor);
    }
}
