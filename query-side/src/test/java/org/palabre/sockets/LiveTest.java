package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palabre.sockets.Town.FindClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = Town.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"axon.axonserver.enabled=false", "spring.config.import=classpath:palabre.yml"})
class LiveTest {

    private static final String FIRST =
            "{'type': 'subscribe', 'id': '1', 'topic': 'clock', 'params': {'clock_name': 'church'}}";

    private final List<Client> clients = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @AfterEach
    void everybody_goes_home() {
        clients.forEach(Client::close);
        await().until(() -> town.watchers(new FindClock("church")) == 0);
    }

    @Test
    void who_subscribes_is_told_the_state_and_then_every_change() throws Exception {
        town.set("church", 1);
        var ada = ada();
        ada.say(FIRST);
        assertThat(ada.next()).isEqualTo(json("{'type': 'initial', 'id': '1', 'data': {'hour_hand': 1}}"));
        town.set("church", 2);
        assertThat(ada.next()).isEqualTo(json("{'type': 'update', 'id': '1', 'data': {'hour_hand': 2}}"));
    }

    @Test
    void a_state_that_has_not_changed_is_not_told_again() throws Exception {
        town.set("church", 1);
        var ada = ada();
        ada.say(FIRST);
        ada.next();
        town.touch("church");
        town.set("church", 2);
        assertThat(hour(ada.next())).isEqualTo(2);
    }

    @Test
    void nobody_misses_a_change_or_sees_time_run_backwards() throws Exception {
        town.set("church", 0);
        var changes = 1000;
        var begin = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    begin.await();
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
                for (int each = 0; each < changes; each++) {
                    town.advance("church");
                }
            }));
        }
        begin.countDown();
        var watchers = new ArrayList<Client>();
        for (int i = 0; i < 20; i++) {
            var watcher = ada();
            watcher.say(FIRST);
            watchers.add(watcher);
        }
        for (var thread : threads) {
            thread.join();
        }
        town.set("church", 4 * changes + 1);
        for (var watcher : watchers) {
            var first = watcher.next();
            assertThat(first.get("type").stringValue()).isEqualTo("initial");
            var before = hour(first);
            while (before <= 4 * changes) {
                var hour = hour(watcher.next());
                assertThat(hour).isGreaterThan(before);
                before = hour;
            }
        }
    }

    @Test
    void all_who_watch_the_same_share_one_subscription_query() throws Exception {
        town.set("church", 1);
        for (int i = 0; i < 10; i++) {
            var watcher = ada();
            watcher.say(FIRST);
            watcher.say(FIRST.replace("'1'", "'2'"));
            watcher.next();
            watcher.next();
        }
        assertThat(town.watchers(new FindClock("church"))).isEqualTo(1);
        clients.forEach(Client::close);
        await().until(() -> town.watchers(new FindClock("church")) == 0);
    }

    @Test
    void who_unsubscribes_is_told_nothing_more() throws Exception {
        town.set("church", 1);
        var ada = ada();
        ada.say(FIRST);
        ada.next();
        ada.say("{'type': 'unsubscribe', 'id': '1'}");
        assertThat(ada.next()).isEqualTo(json("{'type': 'complete', 'id': '1'}"));
        assertThat(town.watchers(new FindClock("church"))).isZero();
        town.set("church", 2);
        ada.say(FIRST);
        assertThat(ada.next()).isEqualTo(json("{'type': 'initial', 'id': '1', 'data': {'hour_hand': 2}}"));
    }

    @Test
    void when_a_thing_is_gone_so_are_the_subscriptions_to_it() throws Exception {
        town.set("church", 1);
        var ada = ada();
        ada.say(FIRST);
        ada.next();
        town.stopClock("church");
        assertRefused(ada, "not_found", "1");
        ada.say("{'type': 'unsubscribe', 'id': '1'}");
        assertRefused(ada, "unknown_id", "1");
    }

    @Test
    void what_cannot_be_taken_is_refused_and_the_socket_lives_on() throws Exception {
        town.set("church", 1);
        var ada = ada();
        ada.say(FIRST);
        ada.next();
        ada.say(FIRST);
        assertRefused(ada, "duplicate_id", "1");
        ada.say("{'type': 'unsubscribe', 'id': '2'}");
        assertRefused(ada, "unknown_id", "2");
        ada.say("{'type': 'subscribe', 'id': '2', 'topic': 'weather'}");
        assertRefused(ada, "unknown_topic", "2");
        ada.say(FIRST.replace("'1'", "'2'").replace("church", "nowhere"));
        assertRefused(ada, "not_found", "2");
        ada.say(FIRST.replace("'1'", "'2'").replace("church", "never built"));
        assertRefused(ada, "not_found", "2");
        for (var malformed : List.of("{", "[]", "7", "", "{} {}", "[".repeat(200))) {
            ada.say(malformed);
            assertRefused(ada, "malformed", null);
        }
        ada.sayBinary();
        assertRefused(ada, "malformed", null);
        for (var invalid : List.of(
                "{'id': '2'}",
                "{'type': 'shout', 'id': '2'}",
                "{'type': 'subscribe', 'id': '2'}",
                "{'type': 'subscribe', 'id': '2', 'topic': 'clock'}",
                "{'type': 'subscribe', 'id': '2', 'topic': 'clock', 'params': {}}",
                "{'type': 'subscribe', 'id': '2', 'topic': 'clock', 'params': {'clock_name': 7}}",
                "{'type': 'subscribe', 'id': '2', 'topic': 'clock', 'params': {'clock_name': null}}",
                "{'type': 'subscribe', 'id': '2', 'topic': 'clock', 'params': []}")) {
            ada.say(invalid);
            assertRefused(ada, "invalid", "2");
        }
        ada.say("{'type': 'subscribe', 'id': 7, 'topic': 'clock', 'params': {'clock_name': 'church'}}");
        assertRefused(ada, "invalid", null);
        ada.say(FIRST.replace("'1'", "'" + "x".repeat(101) + "'"));
        assertRefused(ada, "invalid", "x".repeat(101));
        ada.say("{'type': 'unsubscribe', 'id': '1'}");
        assertThat(ada.next()).isEqualTo(json("{'type': 'complete', 'id': '1'}"));
    }

    @Test
    void one_socket_has_a_hundred_subscriptions_at_most() throws Exception {
        town.set("church", 1);
        var ada = ada();
        for (int i = 0; i < 100; i++) {
            ada.say(FIRST.replace("'1'", "'" + i + "'"));
            ada.next();
        }
        ada.say(FIRST.replace("'1'", "'100'"));
        assertRefused(ada, "invalid", "100");
    }

    @Test
    void a_topic_that_one_may_not_see_closes_the_socket() {
        var student = ada();
        student.say("{'type': 'subscribe', 'id': '1', 'topic': 'treasury'}");
        assertThat(student.closeCode()).isEqualTo(4403);
        var company = client("?company_token=" + Town.COMPANY_TOKEN);
        company.say("{'type': 'subscribe', 'id': '1', 'topic': 'treasury'}");
        assertThat(company.closeCode()).isEqualTo(4403);
    }

    @Test
    void refusals_speak_the_language_of_the_client() throws Exception {
        var french = ada();
        french.say("{'type': 'unsubscribe', 'id': '1'}");
        assertThat(french.next().get("detail").stringValue()).startsWith("Aucun abonnement");
        var english = Client.connect(
                address() + "?token=" + Town.ADA, Client.builder().header("Accept-Language", "en-GB,de;q=0.5"));
        clients.add(english);
        english.say("{'type': 'unsubscribe', 'id': '1'}");
        assertThat(english.next().get("detail").stringValue()).startsWith("No open subscription");
    }

    private Client ada() {
        return client("?token=" + Town.ADA);
    }

    private Client client(String query) {
        var client = Client.connect(address() + query);
        clients.add(client);
        return client;
    }

    private String address() {
        return "ws://localhost:" + port + "/ws/live";
    }

    private static int hour(JsonNode frame) {
        return frame.get("data").get("hour_hand").intValue();
    }

    private static void assertRefused(Client client, String code, String id) throws InterruptedException {
        var frame = client.next();
        assertThat(frame.get("type").stringValue()).isEqualTo("error");
        assertThat(frame.get("code").stringValue()).isEqualTo(code);
        assertThat(frame.path("id").stringValue(null)).isEqualTo(id);
        assertThat(frame.get("detail").stringValue()).isNotEmpty();
    }

    private static JsonNode json(String text) {
        return Client.parse(text.replace('\'', '"'));
    }
}
