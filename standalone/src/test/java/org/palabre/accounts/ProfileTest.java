package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.Platform;

/** Who people say they are, as a client sees it. */
@ExtendWith(OnePlatform.class)
class ProfileTest {

    private static final List<String> PROFILE = List.of(
            "id",
            "username",
            "first_name",
            "last_name",
            "photo_url",
            "is_verified",
            "bio",
            "online",
            "last_seen",
            "followers_count",
            "following_count",
            "events_count");

    private final Fair fair;
    private final Client anyone;

    ProfileTest(Fair fair) {
        this.fair = fair;
        this.anyone = fair.anyone();
    }

    @Test
    void one_changes_what_one_likes_and_clears_what_one_may() {
        var person = fair.account("Fanta");
        var me = person.client();
        var changed = me.patch(
                        "/api/users/me",
                        Map.of(
                                "last_name", "  Diallo ",
                                "username", "Fanta.D",
                                "bio", "Je cherche un stage.\n<b>Vite</b>",
                                "date_of_birth", "2001-02-03",
                                "telephone", "01 02 03 04 05",
                                "email", "autre@example.org",
                                "roles", List.of("admin")))
                .is(200);
        assertThat(changed.text("first_name")).isEqualTo("Fanta");
        assertThat(changed.text("last_name")).isEqualTo("Diallo");
        assertThat(changed.text("username")).isEqualTo("Fanta.D");
        assertThat(changed.text("bio")).isEqualTo("Je cherche un stage.\n<b>Vite</b>");
        assertThat(changed.text("date_of_birth")).isEqualTo("2001-02-03");
        assertThat(changed.text("telephone")).isEqualTo("+2250102030405");
        assertThat(changed.text("email")).isEqualTo(person.email());
        assertThat(changed.text("roles.0")).isEqualTo("student");

        var read = me.get("/api/auth/me").is(200);
        assertThat(read.json()).isEqualTo(changed.json());
        assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));

        var cleared = me.patch(
                        "/api/users/me", "{\"username\":null,\"bio\":null,\"date_of_birth\":null,\"telephone\":null}")
                .is(200);
        for (var field : List.of("username", "bio", "date_of_birth", "telephone")) {
            assertThat(cleared.json().get(field).isNull()).as(field).isTrue();
        }
        assertThat(login("fanta.d")).isEqualTo(401);
        assertThat(login("0102030405")).isEqualTo(401);
    }

    @Test
    void a_profile_that_cannot_be_is_refused_whole() {
        var me = fair.account("Fatou").client();
        var refused = me.patch(
                        "/api/users/me",
                        Map.of(
                                "first_name", " ",
                                "username", "2fast",
                                "bio", "x".repeat(501),
                                "date_of_birth", "2999-01-01",
                                "telephone", "123"))
                .refuses(400, "invalid");
        assertThat(refused.json().get("errors").propertyNames())
                .containsExactlyInAnyOrder("first_name", "username", "bio", "date_of_birth", "telephone");
        for (var wrong : List.of(
                "{\"first_name\":null}",
                "{\"first_name\":12}",
                "{\"date_of_birth\":\"3 février\"}",
                "{\"username\":\"a@b\"}",
                "{\"bio\":[]}")) {
            me.patch("/api/users/me", wrong).refuses(400, "invalid");
        }
        assertThat(me.get("/api/auth/me").text("first_name")).isEqualTo("Fatou");
    }

    @Test
    void nobody_was_born_before_1900_or_on_anything_but_a_day() {
        var me = fair.account("Fily").client();
        for (var date : List.of(
                "\"1899-12-31\"",
                "\"0000-01-01\"",
                "\"-9999-01-01\"",
                "\"+10000-01-01\"",
                "\"2001-02-29\"",
                "\"2001-02-03T10:00:00Z\"",
                "\"\"",
                "[2001,2,3]",
                "[]",
                "11000")) {
            var refused = me.patch("/api/users/me", "{\"date_of_birth\":%s}".formatted(date))
                    .refuses(400, "invalid");
            assertThat(refused.json().get("errors").propertyNames()).as(date).containsExactly("date_of_birth");
        }
        assertThat(me.get("/api/auth/me").json().get("date_of_birth").isNull()).isTrue();
        me.patch("/api/users/me", Map.of("date_of_birth", "1900-01-01")).is(200);
        assertThat(me.get("/api/auth/me").text("date_of_birth")).isEqualTo("1900-01-01");
    }

    @Test
    void a_change_may_insist_on_the_version_that_was_read() {
        var me = fair.account("Hawa").client();
        var version = me.get("/api/auth/me").header("ETag");
        me.with("If-Match", version).patch("/api/users/me", Map.of("bio", "un")).is(200);
        me.with("If-Match", version)
                .patch("/api/users/me", Map.of("bio", "deux"))
                .refuses(412, "version_conflict");
        assertThat(me.get("/api/auth/me").text("bio")).isEqualTo("un");
    }

    @Test
    void a_name_that_somebody_gives_up_is_free_for_another() {
        var first = fair.account("Ismael").client();
        var second = fair.account("Idriss").client();
        first.patch("/api/users/me", Map.of("username", "le.meme", "telephone", "0506070809"))
                .is(200);
        second.patch("/api/users/me", Map.of("username", "LE.MEME")).refuses(409, "username_taken");
        second.patch("/api/users/me", Map.of("telephone", "+225 05 06 07 08 09"))
                .refuses(409, "telephone_taken");
        second.patch("/api/users/me", Map.of("username", "LE.MEME", "telephone", "0506070809"))
                .refuses(409, "username_taken");

        first.patch("/api/users/me", Map.of("username", "Le.Meme")).is(200);
        first.patch("/api/users/me", Map.of("username", "un.autre", "telephone", "0506070810"))
                .is(200);
        second.patch("/api/users/me", Map.of("username", "le.meme", "telephone", "0506070809"))
                .is(200);
        assertThat(login("0506070809")).isEqualTo(200);
    }

    @Test
    void one_of_many_who_want_a_username_at_once_gets_it() throws Exception {
        var people =
                Stream.of("Un", "Deux", "Trois", "Quatre").map(fair::account).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(people.stream()
                    .<Callable<Integer>>map(person -> () -> person.client()
                            .patch("/api/users/me", Map.of("username", "tres.demande"))
                            .status())
                    .toList());
            var codes = new ArrayList<Integer>();
            for (var status : statuses) {
                codes.add(status.get());
            }
            assertThat(codes).containsOnlyOnce(200).allMatch(code -> code == 200 || code == 409);
        }
    }

    @Test
    void everybody_sees_a_profile_and_nothing_more() {
        var person = fair.account("Mariam");
        person.client()
                .patch("/api/users/me", Map.of("bio", "Bonjour", "telephone", "0708070807"))
                .is(200);
        for (var path : List.of("/api/users/", "/users/")) {
            var profile = anyone.get(path + person.id()).is(200);
            assertThat(profile.json().propertyNames()).containsExactlyInAnyOrderElementsOf(PROFILE);
            assertThat(profile.text("bio")).isEqualTo("Bonjour");
            assertThat(profile.header("ETag")).isNotEmpty();
        }
        anyone.get("/api/users/" + java.util.UUID.randomUUID()).refuses(404, "not_found");
        anyone.get("/api/users/nobody").refuses(404, "not_found");
    }

    @Test
    void people_are_found_by_name_in_the_order_of_names_and_never_by_address() {
        var searcher = fair.account("Zoé").client();
        var second = fair.account("Bakayoko-Aya");
        var first = fair.account("Bakayoko-Awa");
        var suspended = fair.account("Bakayoko-Abel");
        var unproved = fair.register("bakayoko.alice@example.org", "Bakayoko-Alice");
        first.client().patch("/api/users/me", Map.of("username", "cherche.moi")).is(200);
        var admin = fair.admin(Platform.ADMIN, Platform.ADMIN_PASSWORD).client();
        admin.post("/api/admin/users/" + suspended.id() + "/suspend").is(200);

        var found = searcher.get("/api/users?search=bakayoko%20kon%C3%A9").is(200);
        assertThat(found.json()
                        .get("results")
                        .valueStream()
                        .map(row -> row.get("id").asString()))
                .containsExactly(first.id(), second.id());
        assertThat(found.text("count")).isEqualTo("2");
        assertThat(searcher.get("/api/users?search=CHERCHE").text("results.0.id"))
                .isEqualTo(first.id());
        assertThat(searcher.get("/api/users?search=" + second.email()).text("count"))
                .isEqualTo("0");
        anyone.as(unproved.text("access")).get("/api/users").refuses(403, "email_not_verified");
        anyone.get("/api/users").refuses(401, "not_authenticated");
        searcher.get("/api/users?ordering=email").refuses(400, "invalid");
        admin.post("/api/admin/users/" + suspended.id() + "/reinstate").is(200);
    }

    @Test
    void people_follow_each_other() {
        var star = fair.account("Alpha");
        var fan = fair.account("Beta");
        var other = fair.account("Gamma");
        var follow = "/api/users/" + star.id() + "/follow";
        fan.client().post(follow).is(204);
        fan.client().post(follow).is(204);
        other.client().post(follow).is(204);
        assertThat(anyone.get("/api/users/" + star.id()).text("followers_count"))
                .isEqualTo("2");
        assertThat(anyone.get("/api/users/" + fan.id()).text("following_count")).isEqualTo("1");
        var followers =
                star.client().get("/api/users/" + star.id() + "/followers").is(200);
        assertThat(followers.text("results.0.id")).isEqualTo(other.id());
        assertThat(followers.text("results.1.id")).isEqualTo(fan.id());
        assertThat(fan.client().get("/api/users/" + fan.id() + "/following").text("results.0.id"))
                .isEqualTo(star.id());

        fan.client().delete(follow).is(204);
        fan.client().delete(follow).is(204);
        assertThat(star.client().get("/api/users/" + star.id() + "/followers").text("count"))
                .isEqualTo("1");
        star.client().post(follow).refuses(409, "self_not_allowed");
        fan.client()
                .post("/api/users/" + java.util.UUID.randomUUID() + "/follow")
                .refuses(404, "not_found");
        anyone.post(follow).refuses(401, "not_authenticated");
    }

    private int login(String login) {
        return anyone.post("/api/auth/login", Map.of("login", login, "password", Fair.PASSWORD))
                .status();
    }
}
