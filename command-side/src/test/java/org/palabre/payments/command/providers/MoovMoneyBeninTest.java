package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.MoovMoneySettings.Country;
import org.palabre.payments.command.providers.Operator.Says;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;
import org.palabre.shared.Money;

class MoovMoneyBeninTest {

    private static final String SERVICE = "/com.tlc.merchant.api/UssdPush";
    private static final String KEY = "tlc12345tlc12345tlc12345tlc12345";
    private static final String TOKEN = "hnTyz1stTsRO8PxwCssFHwwUakVCzRFeJ4Ms/F9cem0=";
    private static final Map<String, String> SESSION = Map.of("referenceid", "72024103000000009");

    private final Operator operator = new Operator();
    private final MoovMoneyBenin moov = moov(KEY);
    private final Charge charge = Charges.of(Provider.MOOV_MONEY, "+2290195123456");

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void a_request_tells_our_identifier_and_learns_theirs() {
        operator.on(SERVICE, 200, pushed("100", "72024103000000009"));
        assertThat(moov.request(charge)).isEqualTo(new Taken(SESSION, Optional.empty(), Optional.empty()));

        var asked = operator.asked(SERVICE).getFirst();
        assertThat(asked.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(asked.body())
                .contains(
                        "<api:PushWithPending xmlns:api=\"http://api.merchant.tlc.com/\"><token>" + TOKEN + "</token>")
                .contains("<msisdn>2290195123456</msisdn>")
                .contains("<amount>5000</amount>")
                .contains("<externaldata1>" + charge.reference() + "</externaldata1>")
                .contains("<fee>0</fee>");
    }

    @Test
    void a_transaction_is_asked_for_by_their_identifier() {
        operator.on(SERVICE, 200, told("0", "SUCCESS", "72024103000000009"));
        assertThat(moov.ask(charge, SESSION)).isEqualTo(paid(charge.reference().toString()));
        assertThat(operator.asked(SERVICE).getFirst().body())
                .contains("<api:getTransactionStatus xmlns:api=\"http://api.merchant.tlc.com/\"><token>" + TOKEN
                        + "</token><request><transid>72024103000000009</transid></request>");
    }

    @Test
    void another_transaction_s_money_is_not_this_one_s() {
        operator.on(SERVICE, 200, told("0", "SUCCESS", "72024103000000010"));
        assertThat(moov.ask(charge, SESSION)).isEqualTo(paid("72024103000000010"));
    }

    @Test
    void where_the_answer_was_lost_ours_is_tried_and_a_person_is_asked() {
        operator.on(SERVICE, _ -> Says.NOTHING);
        assertThat(moov.request(charge)).isInstanceOf(Unknown.class);
        assertThat(moov.ifLost()).isEqualTo(MobileMoney.IfLost.ASK_A_PERSON);

        operator.on(SERVICE, 200, told("94", "NOT_FOUND", ""));
        assertThat(moov.ask(charge, Map.of())).isEqualTo(new Waiting());
        operator.on(SERVICE, 200, told("0", "SUCCESS", "72024103000000009"));
        assertThat(moov.ask(charge, Map.of())).isEqualTo(paid(charge.reference().toString()));
        assertThat(operator.asked(SERVICE).getLast().body()).contains("<transid>" + charge.reference() + "</transid>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "92", "95", "99", "-1", "100", "111"})
    void what_may_be_on_its_way_is_asked_for_or_unknown_but_not_failed(String status) {
        operator.on(SERVICE, 200, pushed(status, "72024103000000009"));
        assertThat(moov.request(charge)).isInstanceOf(Taken.class);
        operator.on(SERVICE, 200, pushed(status, ""));
        assertThat(moov.request(charge)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"94", "95", "99", "-1", "100", "111", "91", "98", "4"})
    void what_says_nothing_of_the_money_leaves_it_open(String status) {
        operator.on(SERVICE, 200, told(status, "", "72024103000000009"));
        assertThat(moov.ask(charge, SESSION)).isEqualTo(new Waiting());
    }

    @Test
    void a_success_has_to_be_called_one() {
        operator.on(SERVICE, 200, told("0", "PENDING", "72024103000000009"));
        assertThat(moov.ask(charge, SESSION)).isEqualTo(new Waiting());
    }

    @ParameterizedTest
    @CsvSource({"8, INSUFFICIENT_FUNDS", "10, INSUFFICIENT_FUNDS", "3, REFUSED", "13, REFUSED", "555, REFUSED"})
    void what_is_refused_is_told_why(String status, PaymentFailure failure) {
        operator.on(SERVICE, 200, pushed(status, "72024103000000009"));
        assertThat(moov.request(charge)).isEqualTo(new Declined(failure));
        operator.on(SERVICE, 200, told(status, "", "72024103000000009"));
        assertThat(moov.ask(charge, SESSION)).isEqualTo(new Declined(failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "91", "98"})
    void a_request_that_is_not_allowed_has_failed(String status) {
        operator.on(SERVICE, 200, pushed(status, "72024103000000009"));
        assertThat(moov.request(charge)).isEqualTo(new Declined(PaymentFailure.PROVIDER_ERROR));
    }

    @Test
    void parts_of_a_franc_cannot_be_asked_for() {
        operator.on(SERVICE, 200, pushed("100", "72024103000000009"));
        assertThat(moov.request(charge("12.50"))).isEqualTo(new Declined(PaymentFailure.PROVIDER_ERROR));
        assertThat(operator.asked(SERVICE)).isEmpty();

        assertThat(moov.request(charge("12.00"))).isInstanceOf(Taken.class);
        assertThat(operator.asked(SERVICE).getFirst().body()).contains("<amount>12</amount>");
    }

    @Test
    void who_does_not_answer_in_time_does_not_pay() {
        operator.on(SERVICE, 200, told("92", "", "72024103000000009"));
        assertThat(moov.ask(charge, SESSION)).isEqualTo(new Declined(PaymentFailure.TIMEOUT));
    }

    @ParameterizedTest
    @CsvSource({"200", "500"})
    void what_cannot_be_read_is_unknown(int status) {
        for (var body : new String[] {
            "",
            "<html><body>HTTP method POST is not supported by this URL</body></html>",
            "<soap:Envelope",
            envelope(
                    "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>For input string</faultstring></soap:Fault>"),
            "<!DOCTYPE x [<!ENTITY status \"0\">]>" + told("&status;", "SUCCESS", "72024103000000009")
        }) {
            operator.on(SERVICE, status, body);
            assertThat(moov.request(charge)).isInstanceOf(Unknown.class);
            assertThat(moov.ask(charge, SESSION)).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void what_never_left_is_known_to() {
        operator.on(SERVICE, 429, "");
        assertThat(moov.request(charge)).isInstanceOf(NotSent.class);
        operator.close();
        assertThat(moov.request(charge)).isInstanceOf(NotSent.class);
    }

    @Test
    void it_gives_nothing_back() {
        assertThat(moov.giveBack(charge, SESSION)).isEqualTo(new NoRefund());
    }

    @Test
    void without_a_whole_key_it_does_not_begin() {
        assertThatThrownBy(() -> moov("short")).hasMessageContaining("key").hasMessageNotContaining("short");
    }

    private Charge charge(String euros) {
        return new Charge(
                charge.paymentId(),
                charge.attempt(),
                charge.provider(),
                new Money(new BigDecimal(euros), "EUR"),
                charge.telephone(),
                charge.expiresAt());
    }

    private MoovMoneyBenin moov(String key) {
        return new MoovMoneyBenin(
                new MoovMoneySettings(Country.BJ, operator.url() + SERVICE, "username", "password", key),
                new ProviderHttp(Provider.MOOV_MONEY, Duration.ofSeconds(2)));
    }

    private static Paid paid(String reference) {
        return new Paid(reference, new BigDecimal("5000"), "XOF");
    }

    private static String pushed(String status, String transaction) {
        return envelope("""
                <ns2:PushWithPendingResponse xmlns:ns2="http://api.merchant.tlc.com/">
                    <result>
                        <description>description</description>%s
                        <status>%s</status>
                        <transid>ours</transid>
                    </result>
                </ns2:PushWithPendingResponse>
                """.formatted(known(transaction), status));
    }

    private static String told(String status, String description, String transaction) {
        return envelope("""
                <ns2:getTransactionStatusResponse xmlns:ns2="http://api.merchant.tlc.com/">
                    <response>
                        <description>%s</description>%s
                        <status>%s</status>
                    </response>
                </ns2:getTransactionStatusResponse>
                """.formatted(description, known(transaction), status));
    }

    /** Theirs, where they tell it. */
    private static String known(String transaction) {
        return transaction.isEmpty() ? "" : "<referenceid>%s</referenceid>".formatted(transaction);
    }

    private static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>%s</soap:Body></soap:Envelope>"
                .formatted(body);
    }
}
