package org.palabre.proofs.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import tools.jackson.databind.JsonNode;

/** Money on its way, while everything goes wrong that can. */
@ExtendWith(Report.class)
@OneShape("around Axon Server each process is killed by proofs of its own")
class MoneyTest {

    private static final int PAYMENTS = Size.of("payments", 120, 10_000);
    private static final int KILLS = Size.of("payment-kills", 2, 20);
    private static final int BUYERS = 16;
    private static final int MOST_TICKETS = 3;
    private static final String PAYER = "+2250507070707";

    /** Longer than those who buy faster than they are asked for money are ahead of it. */
    private static final Duration HOLD = Duration.ofSeconds(Size.of("seconds-of-hold", 20, 300));

    /** This operator answers ten questions a second, and is asked several about most payments. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    @TempDir
    Path home;

    private final AtomicInteger ordered = new AtomicInteger();
    private final Queue<Bought> bought = new ConcurrentLinkedQueue<>();

    /** An order that was taken, and who placed it. */
    private record Bought(Person buyer, String order, int quantity) {}

    @Test
    void money_is_never_taken_without_a_ticket_or_a_refund_and_no_ticket_is_given_without_money(Proof proof)
            throws Exception {
        try (var operator = new Operator(proof.random(), HOLD);
                var platform = Platform.start(home, settings(operator))) {
            // the first is too small for all, so that late money finds no seats now and then
            var concerts = List.of(
                    Concert.withSeats(platform, PAYMENTS), Concert.withSeats(platform, PAYMENTS * MOST_TICKETS));
            var fair = platform.fair();
            var buyers = IntStream.range(0, BUYERS)
                    .mapToObj(_ -> fair.account("Awa"))
                    .toList();

            buyWhileItIsKilled(platform, concerts, buyers);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> settled(platform, operator));

            var books = judge(platform, operator);
            proof.did(
                    "%,d payments, %d kills -9; of the operator's answers %d lost, of its callbacks %d lost, %d told, %d"
                            + " forged; %d paid late; %s",
                    bought.size(),
                    KILLS,
                    operator.answersLost.get(),
                    operator.callbacksLost.get(),
                    operator.callbacksTold.get(),
                    operator.callbacksForged.get(),
                    operator.late.get(),
                    books);
        }
    }

    private static Map<String, String> settings(Operator operator) {
        return Map.of(
                "PALABRE_ORDER_HOLD", HOLD.toString(),
                "PALABRE_PAYMENTS_MTN_MOMO_BASE_URL", operator.address(),
                "PALABRE_PAYMENTS_MTN_MOMO_SUBSCRIPTION_KEY", "a-subscription",
                "PALABRE_PAYMENTS_MTN_MOMO_API_USER", "a-user",
                "PALABRE_PAYMENTS_MTN_MOMO_API_KEY", "a-key");
    }

    private void buyWhileItIsKilled(Platform platform, List<Concert> concerts, List<Person> buyers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var buyer : buyers) {
                all.add(threads.submit(() -> buy(platform, concerts, buyer)));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                var moment = PAYMENTS * kill / (KILLS + 1);
                await().atMost(PATIENCE).until(() -> bought.size() >= moment);
                platform.kill();
                platform.start();
            }
            for (var each : all) {
                each.get();
            }
        }
    }

    private void buy(Platform platform, List<Concert> concerts, Person buyer) {
        for (int order = ordered.getAndIncrement(); order < PAYMENTS; order = ordered.getAndIncrement()) {
            bought.add(buy(platform, concerts, buyer, 1 + order % MOST_TICKETS));
        }
    }

    private static Bought buy(Platform platform, List<Concert> concerts, Person buyer, int quantity) {
        for (var concert : concerts) {
            var answer = insistently(platform, concert, buyer, quantity);
            if (answer.status() == 202) {
                return new Bought(buyer, answer.text("id"), quantity);
            }
            answer.refuses(409, "sold_out");
        }
        throw new AssertionError("seats for everybody, and none to be had");
    }

    /** Asks again under the same key until there is an answer. */
    private static Answer insistently(Platform platform, Concert concert, Person buyer, int quantity) {
        var key = UUID.randomUUID().toString();
        var answer = new Answer[1];
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var client = platform.anyone().as(buyer.client().token()).with("Idempotency-Key", key);
            answer[0] = concert.order(client, quantity, "mtn_momo", PAYER);
            return answer[0].status() < 500;
        });
        return answer[0];
    }

    /** Nothing is on its way any more, as far as the operator's books go. */
    private void settled(Platform platform, Operator operator) {
        var payments = payments(platform.admin().client());
        var statuses = payments.values().stream()
                .collect(Collectors.groupingBy(MoneyTest::status, TreeMap::new, Collectors.counting()));
        assertThat(payments).as("payments, by their status %s", statuses).hasSize(bought.size());
        assertThat(operator.undecided()).as("payers who have not decided").isFalse();
        assertThat(statuses).doesNotContainKey("pending");
        assertThat(operator.paid().keySet())
                .as("payments that were paid are known to be, by their status %s", statuses)
                .allMatch(reference -> payments.containsKey(reference)
                        && status(payments.get(reference)).equals("succeeded"));
    }

    private String judge(Platform platform, Operator operator) {
        var admin = platform.admin().client();
        var paid = operator.paid();
        var payments = payments(admin);
        var byId = payments.values().stream()
                .collect(Collectors.toMap(payment -> payment.get("id").asString(), payment -> payment));
        var orders = new TreeMap<String, Integer>();
        var kept = 0;
        var givenBack = 0;
        var tickets = new HashMap<Person, Integer>();
        var buyers = bought.stream()
                .map(Bought::buyer)
                .distinct()
                .collect(Collectors.toMap(buyer -> buyer, buyer -> loggedIn(platform, buyer)));
        for (var each : bought) {
            var order = ended(buyers.get(each.buyer()), each.order());
            var payment = byId.get(order.text("payment.id"));
            var amount = Integer.parseInt(order.text("amount.amount"));
            var wasPaid = paid.containsKey(payment.get("reference").asString());
            orders.merge(order.text("status"), 1, Integer::sum);
            switch (order.text("status")) {
                case "confirmed" -> {
                    assertThat(wasPaid).isTrue();
                    kept += amount;
                    tickets.merge(each.buyer(), each.quantity(), Integer::sum);
                }
                case "refunded" -> {
                    assertThat(wasPaid).isTrue();
                    givenBack += amount;
                    giveBackByHand(admin, order.text("payment.id"));
                }
                case "expired", "failed" -> assertThat(wasPaid).isFalse();
                default -> throw new AssertionError("an order that is " + order.text("status"));
            }
        }
        assertThat(kept + givenBack)
                .as("the platform's books and the operator's")
                .isEqualTo(paid.values().stream().mapToInt(Integer::intValue).sum());
        buyers.forEach((buyer, client) ->
                assertThat(Rows.codes(client)).doesNotHaveDuplicates().hasSize(tickets.getOrDefault(buyer, 0)));
        return "orders %s; %,d francs kept, %,d given back".formatted(orders, kept, givenBack);
    }

    /** Somebody whose token may have run out since, where the platform is now. */
    private static Client loggedIn(Platform platform, Person person) {
        var anyone = platform.anyone();
        return anyone.as(anyone.post("/api/auth/login", Map.of("login", person.email(), "password", Fair.PASSWORD))
                .is(200)
                .text("access"));
    }

    /** The order, once what has happened to its money has come to it. */
    private static Answer ended(Client buyer, String order) {
        var answer = new Answer[1];
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
            answer[0] = buyer.get("/api/orders/" + order).is(200);
            return !answer[0].text("status").equals("pending");
        });
        return answer[0];
    }

    /** This operator gives nothing back by itself: once the platform has found that out, a person does, and says so. */
    private static void giveBackByHand(Client admin, String payment) {
        var refund = "/api/admin/payments/%s/refund".formatted(payment);
        var answer = new Answer[1];
        await().atMost(PATIENCE).until(() -> {
            answer[0] = admin.post(refund + "/confirm");
            return answer[0].status() == 200;
        });
        assertThat(answer[0].text("status")).isEqualTo("refunded");
        admin.post(refund).refuses(409, "not_refundable");
        admin.post(refund + "/confirm").refuses(409, "not_refundable");
    }

    /** All payments, by what the operator knows them by. While others join them, one may move on to the next page. */
    private static Map<String, JsonNode> payments(Client admin) {
        return Rows.of(admin, "/api/admin/payments").stream()
                .collect(Collectors.toMap(
                        payment -> payment.get("reference").asString(), payment -> payment, (_, again) -> again));
    }

    private static String status(JsonNode payment) {
        return payment.get("status").asString();
    }
}
