package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.History;
import org.palabre.platform.Platform;

/** Orders whose money does not come while their seats are held. */
@Execution(ExecutionMode.CONCURRENT)
class LateMoneyTest {

    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final String PAYS_AT_ONCE = "0707070700";
    private static final String NEVER_ANSWERS = "0707070703";
    private static final String PAYS_TOO_LATE = "0707070706";

    @TempDir
    private static Path home;

    private static Platform platform;
    private static Fair fair;
    private static Person admin;

    private Concert concert;
    private Person buyer;
    private Client other;

    @BeforeAll
    static void start() {
        platform = Platform.start(home, Map.of("PALABRE_ORDER_HOLD", HOLD.toString()));
        fair = platform.fair();
        admin = platform.admin();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void tickets_are_on_sale() {
        concert = Concert.of(fair.account("Griot"), admin, 3, 5_000);
        buyer = fair.account("Awa");
        other = fair.account("Bintou").client();
    }

    @Test
    void an_order_that_nobody_pays_ends_by_itself_and_gives_its_seats_back() {
        var order = order(buyer.client(), 3, NEVER_ANSWERS).is(202);
        assertThat(seatsLeft()).isEqualTo("0");
        order(other, 1, PAYS_AT_ONCE).refuses(409, "sold_out");

        becomes(buyer.client(), order, "expired");

        await().until(() -> paymentOf(buyer.client(), order).equals("expired"));
        assertThat(seatsLeft()).isEqualTo("3");
        becomes(other, order(other, 3, PAYS_AT_ONCE).is(202), "confirmed");
        buyer.client().delete("/api/orders/" + order.text("id")).refuses(409, "not_cancellable");
        assertThat(tickets(buyer.client())).isEqualTo("0");
    }

    @Test
    void money_that_comes_late_gets_seats_as_long_as_there_are_any() {
        var order = order(buyer.client(), 2, PAYS_TOO_LATE).is(202);

        becomes(buyer.client(), order, "expired");
        becomes(buyer.client(), order, "confirmed");

        assertThat(paymentOf(buyer.client(), order)).isEqualTo("succeeded");
        assertThat(tickets(buyer.client())).isEqualTo("2");
        assertThat(seatsLeft()).isEqualTo("1");
    }

    @Test
    void money_that_comes_too_late_goes_back() {
        var order = order(buyer.client(), 2, PAYS_TOO_LATE).is(202);
        becomes(buyer.client(), order, "expired");
        becomes(other, order(other, 2, PAYS_AT_ONCE).is(202), "confirmed");

        becomes(buyer.client(), order, "refunded");

        await().until(() -> paymentOf(buyer.client(), order).equals("refunded"));
        assertThat(tickets(buyer.client())).isEqualTo("0");
        assertSold(2);
        assertThat(seatsLeft()).isEqualTo("1");
    }

    @Test
    void money_of_somebody_who_was_erased_meanwhile_goes_back() {
        var order = order(buyer.client(), 3, PAYS_TOO_LATE).is(202);
        var payment = order.text("payment.id");
        await().until(() -> told(payment).contains("payments.PaymentSubmitted"));

        buyer.client()
                .delete("/api/users/me", Map.of("password", Fair.PASSWORD))
                .is(202);

        await().until(() -> payments("refunded").contains(payment));
        assertThat(payments("refunded")).contains(buyer.id()).doesNotContain(buyer.email());
        // what is heard of first, that it came or that it goes back, decides which of the two it is
        await().until(() -> told(order.text("id")).stream()
                .anyMatch(Set.of("gatherings.OrderCancelled", "gatherings.OrderRefunded")::contains));
        await().untilAsserted(() -> {
            assertThat(seatsLeft()).isEqualTo("3");
            assertSold(0);
        });
    }

    private Answer order(Client who, int quantity, String telephone) {
        return concert.order(who, quantity, "sandbox", telephone);
    }

    /** What has happened to it. */
    private static List<String> told(String aggregate) {
        return platform.history().stream()
                .filter(event -> event.aggregate().equals(aggregate))
                .map(History.Event::type)
                .toList();
    }

    private static void becomes(Client who, Answer order, String status) {
        await().until(() -> who.get("/api/orders/" + order.text("id"))
                .is(200)
                .text("status")
                .equals(status));
    }

    private static String paymentOf(Client who, Answer order) {
        return who.get("/api/orders/" + order.text("id")).is(200).text("payment.status");
    }

    private static String tickets(Client who) {
        return who.get("/api/tickets").is(200).text("count");
    }

    private static String payments(String status) {
        return admin.client()
                .get("/api/admin/payments?page_size=100&status=" + status)
                .is(200)
                .text();
    }

    private String seatsLeft() {
        return fair.anyone().get(concert.path()).is(200).text("seats_left");
    }

    private void assertSold(int tickets) {
        var stats = concert.organiser().client().get(concert.path() + "/stats").is(200);
        assertThat(stats.text("tickets_sold")).isEqualTo("" + tickets);
        assertThat(stats.text("revenue.amount")).isEqualTo("" + tickets * concert.price());
    }
}
