package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** Coming to the platform, coming back and leaving, as a client sees it. */
@ExtendWith(OnePlatform.class)
class AccountStoryTest {

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    AccountStoryTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void one_registers_proves_the_address_logs_in_renews_and_logs_out() {
        var email = "awa.story@example.org";
        var registered = fair.register(email, "Awa");
        var me = anyone.as(registered.text("access"));
        assertThat(registered.json().propertyNames()).containsExactlyInAnyOrder("user", "access", "refresh", "token");
        assertThat(registered.text("token")).isEqualTo(registered.text("access"));
        assertThat(registered.header("Location")).isEqualTo("/api/users/" + registered.text("user.id"));
        var user = registered.json().get("user");
        assertThat(user.propertyNames())
                .containsExactlyInAnyOrder(
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
                        "events_count",
                        "email",
                        "email_verified",
                        "telephone",
                        "date_of_birth",
                        "roles",
                        "status",
                        "last_login_at",
                        "created_at");
        assertThat(user.get("status").asString()).isEqualTo("unverified");
        assertThat(user.get("email_verified").asBoolean()).isFalse();
        assertThat(me.get("/api/auth/me").is(200).text("email")).isEqualTo(email);

        var proved = anyone.post("/api/auth/email/verify", Map.of("email", email, "code", fair.code(email)))
                .is(200);
        assertThat(proved.text("status")).isEqualTo("active");
        assertThat(proved.json().get("roles").toString()).isEqualTo("[\"student\"]");
        me.get("/api/queues").is(200);

        var loggedIn = anyone.post("/api/users/login", Map.of("email", email.toUpperCase(), "password", Fair.PASSWORD))
                .is(200);
        assertThat(loggedIn.json().at("/user/last_login_at").isNull()).isFalse();
        var renewed = anyone.post("/api/auth/refresh", Map.of("refresh", loggedIn.text("refresh")))
                .is(200);
        assertThat(renewed.json().propertyNames()).containsExactlyInAnyOrder("access", "refresh");
        var later = anyone.as(renewed.text("access"));
        later.get("/api/auth/me").is(200);

        anyone.post("/api/auth/logout", Map.of("refresh", renewed.text("refresh")))
                .is(204);
        anyone.post("/api/auth/logout", Map.of("refresh", renewed.text("refresh")))
                .is(204);
        await().until(() -> later.get("/api/auth/me").status() == 401);
        anyone.post("/api/auth/refresh", Map.of("refresh", renewed.text("refresh")))
                .refuses(401, "invalid_refresh_token");
        me.get("/api/auth/me").is(200);
    }

    @Test
    void a_refresh_token_used_twice_at_once_gives_the_same_pair() {
        var email = fair.account("Rama").email();
        var first = anyone.post("/auth/login", Map.of("login", email, "password", Fair.PASSWORD))
                .is(200)
                .text("refresh");
        var pair = anyone.post("/api/auth/refresh", Map.of("refresh", first)).is(200);
        assertThat(anyone.post("/api/auth/refresh", Map.of("refresh", first))
                        .is(200)
                        .text("refresh"))
                .isEqualTo(pair.text("refresh"))
                .isNotEqualTo(first);
        var next = anyone.post("/api/auth/refresh", Map.of("refresh", pair.text("refresh")))
                .is(200);
        anyone.as(next.text("access")).get("/api/auth/me").is(200);
        anyone.post("/api/auth/refresh", Map.of("refresh", next.text("access"))).refuses(401, "invalid_refresh_token");
        anyone.as(next.text("refresh")).get("/api/auth/me").refuses(401, "not_authenticated");
    }

    @Test
    void one_logs_in_by_any_of_ones_names() {
        var body = new java.util.HashMap<String, Object>(Map.of(
                "email", "noms.divers@example.org",
                "password", Fair.PASSWORD,
                "password_confirm", Fair.PASSWORD,
                "first_name", "Nom",
                "last_name", "Divers",
                "username", "Nom.Divers",
                "telephone", "07 08 09 10 11"));
        var registered = anyone.post("/api/users/register", body).is(201);
        assertThat(registered.text("user.telephone")).isEqualTo("+2250708091011");
        assertThat(registered.json().at("/user/roles")).isEmpty();

        for (var login : List.of(
                "noms.divers@example.org", "NOMS.Divers@Example.org", "nom.divers", "+2250708091011", "0708091011")) {
            assertThat(anyone.post("/api/auth/login", Map.of("login", login, "password", Fair.PASSWORD))
                            .is(200)
                            .text("user.id"))
                    .isEqualTo(registered.text("user.id"));
        }
        anyone.post("/api/auth/login", Map.of("username", "NOM.DIVERS", "password", Fair.PASSWORD))
                .is(200);
        var wrong = anyone.post("/api/auth/login", Map.of("login", "nom.divers", "password", "wrong"))
                .refuses(401, "invalid_credentials");
        var unknown = anyone.post("/api/auth/login", Map.of("login", "no.such.name", "password", "wrong"))
                .refuses(401, "invalid_credentials");
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void anybody_can_verify_an_access_token_and_read_nothing_personal_in_it() throws Exception {
        var token = SignedJWT.parse(admin.client().token());
        var keys = JWKSet.parse(anyone.get("/.well-known/jwks.json").is(200).text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getClaims().keySet()).containsExactlyInAnyOrder("sub", "user_id", "sid", "iat", "exp");
        assertThat(claims.getSubject()).isEqualTo(admin.id()).isEqualTo(claims.getStringClaim("user_id"));
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(30 * 60 * 1000L);

        var parts = admin.client().token().split("\\.");
        anyone.as(parts[0] + "." + parts[1] + ".AAAA").get("/api/auth/me").refuses(401, "not_authenticated");
        anyone.as("eyJhbGciOiJub25lIn0." + parts[1] + ".").get("/api/auth/me").refuses(401, "not_authenticated");
    }

    @Test
    void roles_act_on_tokens_that_are_out_already() {
        var person = fair.account("Roland");
        var path = "/api/admin/users/" + person.id() + "/roles";
        person.client().get("/api/admin/stats").refuses(403, "forbidden");

        var changed = admin.client().put(path, Map.of("roles", List.of("admin", "editor")));
        assertThat(changed.is(200).json().get("roles").toString()).contains("admin", "editor");
        await().until(() -> person.client().get("/api/admin/stats").status() == 200);
        person.client().get("/api/queues").refuses(403, "forbidden");
        assertThat(admin.client()
                        .get("/api/admin/users?search=roland&role=admin")
                        .text("results.0.id"))
                .isEqualTo(person.id());

        admin.client().put(path, Map.of("roles", List.of())).is(200);
        await().until(() -> person.client().get("/api/admin/stats").status() == 403);
        admin.client()
                .put("/api/admin/users/" + admin.id() + "/roles", Map.of("roles", List.of("student")))
                .refuses(409, "self_not_allowed");
        for (var wrong : new String[] {"{\"roles\":null}", "{\"roles\":[null]}", "{\"roles\":[\"king\"]}", "{}"}) {
            admin.client().put(path, wrong).refuses(400, "invalid");
        }
    }
}
