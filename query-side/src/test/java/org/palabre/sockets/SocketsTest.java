package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = Town.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "spring.config.import=classpath:palabre.yml",
            "palabre.limit-frames=50",
            "palabre.session-check-every=50ms",
            "palabre.allowed-origins=https://friend.example"
        })
class SocketsTest {

    private static final int KIB = 1024;

    private final List<Client> clients = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private OpenSockets sockets;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void everybody_goes_home() {
        clients.forEach(Client::close);
        town.begin();
        await().until(() -> open("/ws/live") + open("/ws/notifications") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=mallory", "?company_token=mallory"})
    void who_has_no_good_token_is_let_in_and_closed(String query) {
        assertThat(client("/ws/live" + query).closeCode()).isEqualTo(4401);
        assertThat(client("/ws/notifications" + query).closeCode()).isEqualTo(4401);
    }

    @Test
    void a_token_may_come_as_a_subprotocol() throws Exception {
        var ada = client("/ws/live", protocols(Town.ADA));
        assertThat(ada.protocol()).isEqualTo("palabre.v1");
        assertHears(ada);
        assertHears(client("/ws/live/", protocols(Town.COMPANY_TOKEN)));
        assertThat(client("/ws/live", protocols("mallory")).closeCode()).isEqualTo(4401);
    }

    @Test
    void pages_of_foreign_origins_are_refused() {
        for (var origin : List.of("https://evil.example", "null", "https://palabre.example.evil.example")) {
            assertThatThrownBy(() -> client("/ws/live?token=" + Town.ADA, origin(origin)))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(403));
        }
    }

    @Test
    void pages_of_known_origins_are_let_in() throws Exception {
        for (var origin : List.of("https://friend.example", "http://localhost:" + port)) {
            assertHears(client("/ws/live?token=" + Town.ADA, origin(origin)));
        }
    }

    @Test
    void the_end_of_a_session_ends_its_sockets_and_no_others() throws Exception {
        var ada = client("/ws/live?token=" + Town.ADA);
        var bob = client("/ws/live?token=" + Town.BOB);
        assertHears(bob);
        town.endSessionOfBob();
        assertThat(bob.closeCode()).isEqualTo(4401);
        assertHears(ada);
    }

    @Test
    void who_loses_a_role_has_to_come_in_again() throws Exception {
        var bob = client("/ws/live?token=" + Town.BOB);
        assertHears(bob);
        town.takeRolesFromBob();
        assertThat(bob.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_company_stays_until_its_token_is_replaced() throws Exception {
        var company = client("/ws/notifications?company_token=" + Town.COMPANY_TOKEN);
        assertHears(company);
        town.replaceCompanyToken();
        assertThat(company.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_frame_may_have_64_KiB_and_not_more() throws Exception {
        var ada = client("/ws/live?token=" + Town.ADA);
        ada.say(frameOf(64 * KIB, 'x'));
        assertThat(ada.next().get("code").stringValue()).isEqualTo("invalid");
        ada.say(frameOf(64 * KIB + 1, 'x'));
        assertThat(ada.closeCode()).isEqualTo(1009);
        var accented = client("/ws/live?token=" + Town.ADA);
        accented.say(frameOf(40 * KIB, 'é'));
        assertThat(accented.closeCode()).isEqualTo(1009);
    }

    @Test
    void too_many_frames_close_the_socket() throws Exception {
        var ada = client("/ws/live?token=" + Town.ADA);
        for (int i = 0; i < 50; i++) {
            assertHears(ada);
        }
        ada.say("{}");
        assertThat(ada.closeCode()).isEqualTo(4429);
    }

    @Test
    void who_does_not_read_is_cut_off_and_nobody_else() throws Exception {
        var ada = client("/ws/notifications?token=" + Town.ADA);
        var bob = Client.connectWithoutReading(address("/ws/notifications?token=" + Town.BOB));
        clients.add(bob);
        await().until(() -> open("/ws/notifications") == 2);
        var before = cutOff();
        var words = "oyez ".repeat(12 * KIB);
        for (int number = 0; cutOff() == before && number < 2000; number++) {
            town.cry(number, words);
            assertThat(ada.next().get("number").intValue()).isEqualTo(number);
        }
        assertThat(cutOff()).isEqualTo(before + 1);
        bob.read();
        assertThat(bob.closeCode()).isEqualTo(4408);
        assertHears(ada);
    }

    @Test
    void news_are_told_one_by_one_in_their_order() throws Exception {
        var ada = client("/ws/notifications?token=" + Town.ADA);
        var ada2 = client("/ws/notifications?token=" + Town.ADA);
        await().until(() -> open("/ws/notifications") == 2 && town.listeners() == 1);
        for (int number = 0; number < 500; number++) {
            town.cry(number, "oyez");
        }
        for (int number = 0; number < 500; number++) {
            var expected = Client.parse("{\"type\":\"cry\",\"number\":" + number + ",\"words\":\"oyez\"}");
            assertThat(ada.next()).isEqualTo(expected);
            assertThat(ada2.next()).isEqualTo(expected);
        }
    }

    @Test
    void before_the_server_goes_down_all_are_told_to_come_back() throws Exception {
        var ada = client("/ws/live?token=" + Town.ADA);
        assertHears(ada);
        sockets.stop();
        assertThat(ada.closeCode()).isEqualTo(1001);
        assertThat(client("/ws/live?token=" + Town.ADA).closeCode()).isEqualTo(1001);
        sockets.start();
        assertHears(client("/ws/live?token=" + Town.ADA));
    }

    /** Whatever is not understood is answered. */
    private static void assertHears(Client client) throws InterruptedException {
        client.say("{}");
        assertThat(client.next().get("code").stringValue()).isEqualTo("invalid");
    }

    private Client client(String path) {
        return client(path, Client.builder());
    }

    private Client client(String path, WebSocket.Builder builder) {
        var client = Client.connect(address(path), builder);
        clients.add(client);
        return client;
    }

    private String address(String path) {
        return "ws://localhost:" + port + path;
    }

    private static WebSocket.Builder protocols(String token) {
        return Client.builder().subprotocols("palabre.v1", "bearer." + token);
    }

    private static WebSocket.Builder origin(String origin) {
        return Client.builder().header("Origin", origin);
    }

    private static String frameOf(int characters, char letter) {
        var around = "{\"text\":\"\"}";
        return around.replace("\"\"", "\"" + String.valueOf(letter).repeat(characters - around.length()) + "\"");
    }

    private double cutOff() {
        return meters.get("palabre.sockets.cut.off").counter().count();
    }

    private double open(String path) {
        return meters.get("palabre.sockets.open").tag("path", path).gauge().value();
    }
}
