package org.palabre.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.palabre.platform.Patience.await;

import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Listener;
import org.palabre.platform.OnePlatform;

/** Who comes in over a socket, and until when. */
@ExtendWith(OnePlatform.class)
class DoorTest {

    private static final String[] SOCKETS = {"/ws/live", "/ws/notifications"};

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    DoorTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void without_a_good_token_one_is_let_in_and_shown_out() {
        var refresh = anyone.post(
                        "/api/auth/login", Map.of("login", fair.account("Rosa").email(), "password", Fair.PASSWORD))
                .text("refresh");
        for (var socket : SOCKETS) {
            assertThat(Listener.atAddress(socket, anyone).closeCode()).isEqualTo(4401);
            assertThat(Listener.atAddress(socket + "/?token=bad", anyone).closeCode())
                    .isEqualTo(4401);
            assertThat(Listener.atAddress(socket + "?company_token=%ff", anyone).closeCode())
                    .isEqualTo(4401);
            assertThat(Listener.at(socket, anyone.as(refresh)).closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void a_token_comes_in_the_address_or_better_beside_it() {
        var company = fair.company(admin, "Deux Portes", 1);
        for (var socket : SOCKETS) {
            try (var beside = Listener.at(socket, company.client());
                    var inside = Listener.atAddress(socket + "?company_token=" + company.token(), anyone);
                    var account = Listener.atAddress(
                            socket + "?token=" + admin.client().token(), anyone)) {
                assertThat(beside.protocol()).isEqualTo("palabre.v1");
                for (var listener : new Listener[] {beside, inside, account}) {
                    listener.say("{\"type\":\"x\"}");
                    assertThat(listener.await(1).getFirst().get("type").asString())
                            .isEqualTo("error");
                }
            }
        }
    }

    @Test
    void pages_of_foreign_origins_are_refused_before() {
        for (var origin : new String[] {"https://foe.example.org", "null"}) {
            assertThatThrownBy(() -> open(origin))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refusal -> assertThat(refusal.getResponse().statusCode())
                                    .isEqualTo(403));
        }
        open(OnePlatform.ORIGIN);
        open(OnePlatform.FRIEND);
    }

    @Test
    void a_renewed_token_closes_the_sockets_of_the_old_one() {
        var company = fair.company(admin, "Serrure Neuve", 1);
        var live = Listener.at("/ws/live", company.client());
        var news = Listener.at("/ws/notifications", company.client());
        var renewed = admin.client()
                .post("/api/admin/companies/" + company.id() + "/regenerate-token")
                .text("access_token");

        assertThat(live.closeCode()).isEqualTo(4401);
        assertThat(news.closeCode()).isEqualTo(4401);
        try (var next = Listener.at("/ws/live", anyone.as(renewed))) {
            next.follow("company-board", "{\"company_id\":\"%s\"}".formatted(company.id()));
            assertThat(next.await(1).getFirst().get("type").asString()).isEqualTo("initial");
        }
    }

    @Test
    void a_session_that_ends_takes_its_sockets_along_and_no_others() {
        var email = fair.account("Sonia").email();
        var going = anyone.post("/api/auth/login", Map.of("login", email, "password", Fair.PASSWORD));
        var staying = anyone.post("/api/auth/login", Map.of("login", email, "password", Fair.PASSWORD));
        var closing = Listener.at("/ws/live", anyone.as(going.text("access")));
        try (var open = Listener.at("/ws/live", anyone.as(staying.text("access")))) {
            anyone.post("/api/auth/logout", Map.of("refresh", going.text("refresh")))
                    .is(204);
            assertThat(closing.closeCode()).isEqualTo(4401);
            open.say("{\"type\":\"x\"}");
            assertThat(open.await(1)).hasSize(1);
        }
    }

    /** For ten seconds it may be another tab's, and leads to the same pair. */
    @Test
    void a_refresh_token_that_comes_back_later_ends_the_session_and_its_sockets() {
        var email = fair.account("Rokia").email();
        var stolen = anyone.post("/api/auth/login", Map.of("login", email, "password", Fair.PASSWORD))
                .text("refresh");
        var pair = refresh(stolen).is(200);
        var closing = Listener.at("/ws/live", anyone.as(pair.text("access")));
        assertThat(refresh(stolen).text("refresh")).isEqualTo(pair.text("refresh"));

        await().until(() -> refresh(stolen).status() == 401);

        assertThat(closing.closeCode()).isEqualTo(4401);
        refresh(pair.text("refresh")).refuses(401, "invalid_refresh_token");
        await().until(() -> anyone.as(pair.text("access")).get("/api/auth/me").status() == 401);
    }

    private Answer refresh(String token) {
        return anyone.post("/api/auth/refresh", Map.of("refresh", token));
    }

    @Test
    void frames_have_a_size() {
        assertThat(Listener.at("/ws/live", admin.client())
                        .say("x".repeat(70_000))
                        .closeCode())
                .isEqualTo(1009);
    }

    private void open(String origin) {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(
                        Listener.uri("/ws/live?token=" + admin.client().token(), anyone),
                        new java.net.http.WebSocket.Listener() {})
                .join()
                .abort();
    }
}
