package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.Operator.Says;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;

class OrangeMoneyTest {

    private static final String CREATE = "/orange-money-webpay/ci/v1/webpayment";
    private static final String STATUS = "/orange-money-webpay/ci/v1/transactionstatus";
    private static final Map<String, String> SESSION = Map.of("pay_token", "pay-1");

    private final Operator operator = new Operator();
    private final OrangeMoney orange = new OrangeMoney(
            new OrangeMoneySettings(operator.url(), "ci", "client", "secret", "merchant"),
            "https://palabre.example",
            new ProviderHttp(Provider.ORANGE_MONEY, Duration.ofSeconds(2)),
            Clock.systemUTC());
    private final Charge charge = Charges.of(Provider.ORANGE_MONEY, "+2250707070707");

    @BeforeEach
    void open() {
        operator.on(
                "/oauth/v3/token",
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"token\",\"expires_in\":7776000}");
        operator.on(
                CREATE,
                201,
                "{\"status\":201,\"message\":\"OK\",\"pay_token\":\"pay-1\",\"payment_url\":\"https://webpayment.orange.example/pay-1\",\"notif_token\":\"notif-1\"}");
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void a_payer_is_sent_to_orange_s_page() {
        assertThat(orange.request(charge))
                .isEqualTo(new Taken(
                        SESSION, Optional.of("notif-1"), Optional.of("https://webpayment.orange.example/pay-1")));

        var asked = operator.asked(CREATE).getFirst();
        assertThat(asked.header("Authorization")).isEqualTo("Bearer token");
        assertThat(asked.json().get("order_id").asString()).hasSize(30);
        assertThat(asked.json().get("amount").asInt()).isEqualTo(5000);
        assertThat(asked.json().get("currency").asString()).isEqualTo("XOF");
        assertThat(asked.json().get("notif_url").asString())
                .isEqualTo("https://palabre.example/api/webhooks/orange-money")
                .hasSizeLessThan(120);
        assertThat(asked.body()).doesNotContain("0707070707");
        assertThat(operator.asked("/oauth").getFirst().body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void each_standing_has_its_meaning() {
        assertThat(standing("INITIATED")).isEqualTo(new Waiting());
        assertThat(standing("PENDING")).isEqualTo(new Waiting());
        assertThat(standing("SOMETHING")).isEqualTo(new Waiting());
        assertThat(standing("FAILED")).isEqualTo(new Declined(PaymentFailure.REFUSED));
        assertThat(standing("EXPIRED")).isEqualTo(new Declined(PaymentFailure.TIMEOUT));
        assertThat(standing("SUCCESS"))
                .isEqualTo(new Paid(charge.reference().toString(), new BigDecimal("5000"), "XOF"));
        var asked = operator.asked(STATUS).getFirst().json();
        assertThat(asked.get("pay_token").asString()).isEqualTo("pay-1");
        assertThat(asked.get("amount").asInt()).isEqualTo(5000);
    }

    @Test
    void another_order_s_money_is_not_this_one_s() {
        operator.on(STATUS, 201, "{\"status\":\"SUCCESS\",\"order_id\":\"another\",\"txnid\":\"MP1\"}");
        assertThat(orange.ask(charge, SESSION)).isEqualTo(new Paid("", new BigDecimal("5000"), "XOF"));
    }

    @Test
    void an_answer_that_got_lost_can_be_asked_for_by_nobody() {
        operator.on(CREATE, _ -> Says.NOTHING);
        assertThat(orange.request(charge)).isInstanceOf(Unknown.class);
        assertThat(orange.ask(charge, Map.of())).isInstanceOf(Unknown.class);
        assertThat(operator.asked(STATUS)).isEmpty();
    }

    @Test
    void what_orange_finds_fault_with_will_not_be_paid() {
        operator.on(CREATE, 400, "{\"code\":23,\"message\":\"Missing body field\",\"description\":\"\"}");
        assertThat(orange.request(charge)).isEqualTo(new Declined(PaymentFailure.PROVIDER_ERROR));
    }

    @Test
    void what_says_nothing_is_unknown() {
        operator.on(CREATE, 500, "");
        assertThat(orange.request(charge)).isInstanceOf(Unknown.class);
        operator.on(CREATE, 201, "<html></html>");
        assertThat(orange.request(charge)).isInstanceOf(Unknown.class);
        operator.on(STATUS, 500, "{}");
        assertThat(orange.ask(charge, SESSION)).isInstanceOf(Unknown.class);
    }

    @Test
    void without_a_token_nothing_was_asked() {
        operator.on("/oauth/v3/token", 401, "{}");
        assertThat(orange.request(charge)).isInstanceOf(NotSent.class);
        assertThat(operator.asked(CREATE)).isEmpty();
    }

    @Test
    void it_gives_nothing_back() {
        assertThat(orange.giveBack(charge, SESSION)).isEqualTo(new NoRefund());
    }

    private Reply standing(String status) {
        operator.on(
                STATUS,
                201,
                "{\"status\":\"%s\",\"order_id\":\"%s\",\"txnid\":\"MP1\"}"
                        .formatted(status, OrangeMoney.orderId(charge)));
        return orange.ask(charge, SESSION);
    }
}
