package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Platform;
import org.palabre.platform.StandalonePlatform;

/** Somebody who wants to be forgotten. */
class ErasureTest {

    private static final String FIRST_NAME = "Kanarinette";
    private static final String LAST_NAME = "Zozoubiri";
    private static final String EMAIL = "kanarinette.zozoubiri@example.org";
    private static final String USERNAME = "kanari.zozou";
    private static final String BIO = "Tisserande de kentes a Bonoua";
    private static final String TELEPHONE = "+2250797531246";
    private static final String NATIONAL_TELEPHONE = "07 97 53 12 46";

    private static final Map<String, Object> REGISTRATION = Map.of(
            "email", EMAIL,
            "password", Fair.PASSWORD,
            "password_confirm", Fair.PASSWORD,
            "first_name", FIRST_NAME,
            "last_name", LAST_NAME,
            "username", USERNAME,
            "telephone", TELEPHONE,
            "role", "student");

    @TempDir
    static Path home;

    @Test
    void a_person_is_gone_from_answers_from_replays_and_from_the_disk() throws IOException {
        try (var platform = Platform.start(home, Map.of("PALABRE_SWEEP_EVERY", "PT1S", "PALABRE_CODE_PAUSE", "PT0S"))) {
            var fair = platform.fair();
            var admin = platform.admin();
            var anyone = platform.anyone();
            var acme = fair.company(admin, "Acme", 1);
            var other = fair.company(admin, "Bolloré", 1);
            var friend = fair.student("Bintou");

            logIn(anyone, NATIONAL_TELEPHONE).refuses(401, "invalid_credentials");
            var person = join(fair);
            person.client().patch("/api/users/me", Map.of("bio", BIO)).is(200);
            person.client()
                    .post("/api/students", Map.of("first_name", FIRST_NAME, "last_name", LAST_NAME))
                    .is(201);
            friend.client().post("/api/users/" + person.id() + "/follow").is(204);
            person.client().post("/api/users/" + friend.id() + "/follow").is(204);
            var interview = fair.join(person, acme);
            fair.join(person, other);
            fair.join(friend, other);
            acme.client().post("/api/company/me/queue/" + interview + "/start").is(200);
            anyone.post("/api/auth/login", Map.of("login", EMAIL, "password", "wrong"))
                    .is(401);
            var code = ticket(Concert.of(friend, admin, 1, 1_000), person.client());
            var pair = logIn(anyone, EMAIL).is(200);
            var verification = admin.client().with("Idempotency-Key", "once");
            var verify = "/api/admin/users/" + person.id() + "/verify";
            verification.post(verify).is(200);
            assertThat(verification.post(verify).is(200).text("email")).isEqualTo(EMAIL);
            if (platform instanceof StandalonePlatform) {
                assertThat(tracesIn(platform.home(), EMAIL)).isNotEmpty();
                assertThat(tracesIn(platform.home(), NATIONAL_TELEPHONE)).isNotEmpty();
                assertThat(tracesIn(platform.home(), code)).isNotEmpty();
            }

            person.client().delete("/api/users/me", Map.of()).refuses(400, "invalid");
            person.client().delete("/api/users/me", Map.of("password", "wrong")).refuses(400, "invalid");
            person.client()
                    .delete("/api/users/me", Map.of("password", Fair.PASSWORD))
                    .is(202);

            logIn(anyone, EMAIL).refuses(401, "invalid_credentials");
            logIn(anyone, USERNAME).refuses(401, "invalid_credentials");
            await().until(() -> person.client().get("/api/auth/me").status() == 401);
            anyone.post("/api/auth/refresh", Map.of("refresh", pair.text("refresh")))
                    .refuses(401, "invalid_refresh_token");
            anyone.get("/api/users/" + person.id()).refuses(404, "not_found");
            admin.client().post(verify).refuses(404, "not_found");
            await().until(() -> verification.post(verify).status() == 404);
            assertThat(friend.client().get("/api/users?search=" + FIRST_NAME).text("count"))
                    .isEqualTo("0");
            assertThat(anyone.get("/api/users/" + friend.id()).text("followers_count"))
                    .isEqualTo("0");
            assertThat(admin.client()
                            .get("/api/admin/login-attempts?search=zozou")
                            .text("count"))
                    .isEqualTo("0");
            assertThat(admin.client()
                            .get("/api/admin/login-attempts?search=97+53")
                            .text("count"))
                    .isEqualTo("0");

            await().until(() -> acme.client()
                            .get("/api/company/me")
                            .json()
                            .at("/slots/used")
                            .asInt()
                    == 0);
            await().until(() ->
                    other.client().get("/api/company/me").json().get("queue").size() == 1);
            assertThat(other.client().get("/api/company/me").text("queue.0.position"))
                    .isEqualTo("2");
            assertThat(admin.client().get("/api/admin/students").text("count")).isEqualTo("1");
            other.client().post("/api/company/me/next").is(200);

            for (var projection : List.of("accounts", "queues", "orders")) {
                admin.client()
                        .post("/api/admin/projections/" + projection + "/replay")
                        .is(202);
            }
            await().until(() -> admin.client()
                    .get("/api/admin/projections")
                    .json()
                    .get("results")
                    .valueStream()
                    .allMatch(row -> row.get("status").asString().equals("live")));
            anyone.get("/api/users/" + person.id()).refuses(404, "not_found");
            assertThat(admin.client().get("/api/admin/users").text("count")).isEqualTo("2");
            assertThat(platform.log()).doesNotContainIgnoringCase("zozoubiri").doesNotContain(TELEPHONE);

            if (platform instanceof StandalonePlatform) {
                await().until(() -> tracesIn(
                                platform.home(),
                                FIRST_NAME,
                                LAST_NAME,
                                EMAIL,
                                USERNAME,
                                BIO,
                                TELEPHONE,
                                NATIONAL_TELEPHONE,
                                code)
                        .isEmpty());
            }
            join(fair);
        }
    }

    private static Person join(Fair fair) {
        var mails = fair.anyone().get("/api/dev/mailbox?to=" + EMAIL).json().size();
        var answer = fair.anyone().post("/api/auth/register", REGISTRATION).is(201);
        await().until(() ->
                fair.anyone().get("/api/dev/mailbox?to=" + EMAIL).json().size() == mails + 1);
        fair.anyone()
                .post("/api/auth/email/verify", Map.of("email", EMAIL, "code", fair.code(EMAIL)))
                .is(200);
        return new Person(answer.text("user.id"), EMAIL, fair.anyone().as(answer.text("access")));
    }

    /** Buys a ticket; the code that is shown at the door. */
    private static String ticket(Concert concert, Client buyer) {
        concert.order(buyer, 1, "sandbox", TELEPHONE).is(202);
        await().until(() -> buyer.get("/api/tickets").is(200).text("count").equals("1"));
        return buyer.get("/api/tickets").is(200).text("results.0.code");
    }

    private static Answer logIn(Client anyone, String login) {
        return anyone.post("/api/auth/login", Map.of("login", login, "password", Fair.PASSWORD));
    }

    /** The files below the home that hold one of these. */
    private static List<Path> tracesIn(Path home, String... traces) {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> tells(file, traces))
                    .toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of(home);
        }
    }

    private static boolean tells(Path file, String... traces) {
        try {
            // one byte a character, so that nothing in the file is unreadable
            var content = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            return Stream.of(traces).anyMatch(trace -> content.contains(trace.toLowerCase(Locale.ROOT)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
