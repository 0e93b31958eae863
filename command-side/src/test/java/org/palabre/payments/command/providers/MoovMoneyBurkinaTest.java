package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.MoovMoneySettings.Country;
import org.palabre.payments.command.providers.Operator.Says;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;

class MoovMoneyBurkinaTest {

    private final Operator operator = new Operator();
    private final MoovMoneyBurkina moov = new MoovMoneyBurkina(
            new MoovMoneySettings(Country.BF, operator.url(), "user", "secret", ""),
            new ProviderHttp(Provider.MOOV_MONEY, Duration.ofSeconds(2)));
    private final Charge charge = Charges.of(Provider.MOOV_MONEY, "+22670707070");

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void a_request_goes_out_under_our_identifier() {
        operator.on("/", 200, "{\"status\":\"0\",\"trans-id\":\"T1\",\"request-id\":\"x\"}");
        assertThat(moov.request(charge)).isEqualTo(Taken.simply());

        var asked = operator.asked("/").getFirst();
        assertThat(asked.header("command-id")).isEqualTo("mror-transaction-ussd");
        assertThat(asked.header("Authorization")).startsWith("Basic ");
        assertThat(asked.json().get("request-id").asString())
                .isEqualTo(charge.reference().toString());
        assertThat(asked.json().get("destination").asString()).isEqualTo("22670707070");
        assertThat(asked.json().get("amount").asInt()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({"8, INSUFFICIENT_FUNDS", "3, REFUSED"})
    void what_is_refused_is_told_why(String status, PaymentFailure failure) {
        operator.on("/", 200, "{\"status\":\"%s\"}".formatted(status));
        assertThat(moov.request(charge)).isEqualTo(new Declined(failure));
        assertThat(moov.ask(charge, Map.of())).isEqualTo(new Declined(failure));
    }

    @ParameterizedTest
    @CsvSource({"91", "98"})
    void a_question_that_is_refused_says_nothing_of_the_money(String status) {
        operator.on("/", 200, "{\"status\":\"%s\"}".formatted(status));
        assertThat(moov.request(charge)).isEqualTo(new Declined(PaymentFailure.PROVIDER_ERROR));
        assertThat(moov.ask(charge, Map.of())).isEqualTo(new Waiting());
    }

    @ParameterizedTest
    @CsvSource({"95", "99", "-1"})
    void what_may_still_be_on_its_way_is_not_failed(String status) {
        operator.on("/", 200, "{\"status\":\"%s\"}".formatted(status));
        assertThat(moov.request(charge)).isInstanceOf(Unknown.class);
        assertThat(moov.ask(charge, Map.of())).isEqualTo(new Waiting());
    }

    @Test
    void money_is_asked_for_by_our_identifier() {
        operator.on("/", 200, "{\"status\":\"0\"}");
        assertThat(moov.ask(charge, Map.of()))
                .isEqualTo(new Paid(charge.reference().toString(), new BigDecimal("5000"), "XOF"));
        assertThat(operator.asked("/").getFirst().header("command-id")).isEqualTo("process-check-mror-transaction");

        operator.on("/", 200, "{\"status\":\"0\",\"request-id\":\"another\",\"amount\":\"50\"}");
        assertThat(moov.ask(charge, Map.of())).isEqualTo(new Paid("another", new BigDecimal("50"), "XOF"));
    }

    @Test
    void what_got_lost_is_unknown_and_what_never_left_is_known_to() {
        operator.on("/", _ -> Says.NOTHING);
        assertThat(moov.request(charge)).isInstanceOf(Unknown.class);
        operator.on("/", 200, "<html></html>");
        assertThat(moov.request(charge)).isInstanceOf(Unknown.class);
        assertThat(moov.ifLost()).isEqualTo(MobileMoney.IfLost.ASK_ABOUT_IT);
        operator.close();
        assertThat(moov.request(charge)).isInstanceOf(NotSent.class);
    }
}
