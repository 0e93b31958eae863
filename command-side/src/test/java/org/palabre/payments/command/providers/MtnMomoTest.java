package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.Operator.Asked;
import org.palabre.payments.command.providers.Operator.Says;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.NotYet;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;
import tools.jackson.databind.JsonNode;

/** Against a sandbox that knows the numbers of MTN's own. */
class MtnMomoTest {

    private static final String REQUESTS = "/collection/v1_0/requesttopay";
    private static final String TOKEN = "/collection/token/";

    private final Operator operator = new Operator();
    private final Map<String, JsonNode> requests = new ConcurrentHashMap<>();
    private final MtnMomo mtn = new MtnMomo(
            new MtnMomoSettings(operator.url(), "mtnivorycoast", "key", "user", "secret"),
            "https://palabre.example/api/webhooks/mtn-momo/segment",
            new ProviderHttp(Provider.MTN_MOMO, Duration.ofSeconds(2)),
            Clock.systemUTC());

    @BeforeEach
    void openSandbox() {
        operator.on(TOKEN, 200, "{\"access_token\":\"token\",\"token_type\":\"access_token\",\"expires_in\":3600}");
        operator.on(REQUESTS, asked -> asked.method().equals("POST") ? take(asked) : tell(asked));
    }

    @AfterEach
    void close() {
        operator.close();
    }

    private Says take(Asked asked) {
        if (requests.putIfAbsent(asked.header("X-Reference-Id"), asked.json()) != null) {
            return new Says(409, "{\"code\":\"RESOURCE_ALREADY_EXIST\",\"message\":\"Duplicated reference id\"}");
        }
        return switch (number(asked.json())) {
            case "46733123455" -> new Says(500, "{\"code\":\"PAYER_NOT_FOUND\"}");
            case "46733123456" -> new Says(500, "{\"code\":\"PAYEE_NOT_ALLOWED_TO_RECEIVE\"}");
            case "46733123457" -> new Says(500, "{\"code\":\"NOT_ALLOWED\"}");
            case "46733123458" -> new Says(500, "{\"code\":\"NOT_ALLOWED_TARGET_ENVIRONMENT\"}");
            case "46733123459" -> new Says(500, "{\"code\":\"INVALID_CALLBACK_URL_HOST\"}");
            case "46733123460" -> new Says(500, "{\"code\":\"INVALID_CURRENCY\"}");
            case "46733123462" -> new Says(503, "{\"code\":\"SERVICE_UNAVAILABLE\"}");
            default -> new Says(202, "");
        };
    }

    private Says tell(Asked asked) {
        var request = requests.get(asked.path().substring(REQUESTS.length() + 1));
        if (request == null) {
            return new Says(404, "{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"Requested resource was not found.\"}");
        }
        return switch (number(request)) {
            case "46733123450" -> failed(request, "INTERNAL_PROCESSING_ERROR");
            case "46733123451" -> failed(request, "APPROVAL_REJECTED");
            case "46733123452" -> failed(request, "EXPIRED");
            case "46733123453", "46733123454" -> told(request, "PENDING", "");
            case "46733123461" -> failed(request, "INTERNAL_PROCESSING_ERROR");
            case "46733123463" -> failed(request, "COULD_NOT_PERFORM_TRANSACTION");
            case "46733123464" -> told(request, "CREATED", "");
            default -> told(request, "SUCCESSFUL", "");
        };
    }

    private static Says failed(JsonNode request, String reason) {
        return told(request, "FAILED", ",\"reason\":\"" + reason + "\"");
    }

    private static Says told(JsonNode request, String status, String more) {
        return new Says(
                200,
                "{\"amount\":%s,\"currency\":%s,\"externalId\":%s,\"status\":\"%s\"%s}"
                        .formatted(
                                request.get("amount"),
                                request.get("currency"),
                                request.get("externalId"),
                                status,
                                more));
    }

    private static String number(JsonNode request) {
        return request.get("payer").get("partyId").asString();
    }

    private static Charge charge(String telephone) {
        return Charges.of(Provider.MTN_MOMO, telephone);
    }

    @Test
    void a_request_says_who_pays_what_under_our_reference() {
        var charge = charge("+2250505050507");
        assertThat(mtn.request(charge)).isEqualTo(Taken.simply());

        var asked = operator.asked(REQUESTS).getFirst();
        assertThat(asked.header("X-Reference-Id")).isEqualTo(charge.reference().toString());
        assertThat(asked.header("Authorization")).isEqualTo("Bearer token");
        assertThat(asked.header("X-Target-Environment")).isEqualTo("mtnivorycoast");
        assertThat(asked.header("Ocp-Apim-Subscription-Key")).isEqualTo("key");
        assertThat(asked.header("X-Callback-Url")).isEqualTo("https://palabre.example/api/webhooks/mtn-momo/segment");
        assertThat(asked.json().get("amount").asString()).isEqualTo("5000");
        assertThat(asked.json().get("payer").toString())
                .contains("\"partyIdType\":\"MSISDN\"")
                .contains("\"partyId\":\"2250505050507\"");
        assertThat(operator.asked(TOKEN).getFirst().body()).isEqualTo("{\"grant_type\":\"client_credentials\"}");
    }

    @Test
    void money_is_told_with_what_was_paid() {
        var charge = charge("+2250505050507");
        mtn.request(charge);
        assertThat(mtn.ask(charge, Map.of()))
                .isEqualTo(new Paid(charge.reference().toString(), new BigDecimal("5000"), "XOF"));
    }

    @Test
    void what_is_said_twice_is_taken_once() {
        var charge = charge("+2250505050507");
        assertThat(mtn.request(charge)).isEqualTo(Taken.simply());
        assertThat(mtn.request(charge)).isEqualTo(Taken.simply());
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "46733123450, INSUFFICIENT_FUNDS",
        "46733123451, REFUSED",
        "46733123452, TIMEOUT",
        "46733123461, INSUFFICIENT_FUNDS",
        "46733123463, TIMEOUT"
    })
    void what_fails_later_is_told_why(String number, PaymentFailure failure) {
        var charge = charge("+" + number);
        assertThat(mtn.request(charge)).isEqualTo(Taken.simply());
        assertThat(mtn.ask(charge, Map.of())).isEqualTo(new Declined(failure));
    }

    @ParameterizedTest
    @CsvSource({
        "46733123455, REFUSED",
        "46733123456, PROVIDER_ERROR",
        "46733123457, REFUSED",
        "46733123458, PROVIDER_ERROR",
        "46733123459, PROVIDER_ERROR",
        "46733123460, PROVIDER_ERROR"
    })
    void errors_that_come_as_500_are_read_by_their_code(String number, PaymentFailure failure) {
        assertThat(mtn.request(charge("+" + number))).isEqualTo(new Declined(failure));
    }

    @ParameterizedTest
    @CsvSource({"46733123453", "46733123454", "46733123464"})
    void what_is_not_decided_is_waited_for(String number) {
        var charge = charge("+" + number);
        mtn.request(charge);
        assertThat(mtn.ask(charge, Map.of())).isEqualTo(new Waiting());
    }

    @Test
    void a_server_that_is_away_may_have_heard_it() {
        assertThat(mtn.request(charge("+46733123462"))).isInstanceOf(Unknown.class);
        operator.on(REQUESTS, 500, "{\"code\":\"INTERNAL_PROCESSING_ERROR\"}");
        assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(Unknown.class);
        operator.on(REQUESTS, 502, "<html>Bad Gateway</html>");
        assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(Unknown.class);
        operator.on(REQUESTS, _ -> Says.NOTHING);
        assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(Unknown.class);
        assertThat(mtn.ask(charge("+2250505050507"), Map.of())).isInstanceOf(Unknown.class);
    }

    @Test
    void what_somebody_in_between_refuses_may_have_arrived() {
        for (int status : new int[] {403, 404, 408}) {
            operator.on(REQUESTS, status, "<html>Forbidden</html>");
            assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(Unknown.class);
        }
        operator.on(REQUESTS, 400, "{\"code\":\"RESOURCE_ALREADY_EXIST\"}");
        assertThat(mtn.request(charge("+2250505050507"))).isEqualTo(Taken.simply());
    }

    @Test
    void no_more_is_asked_than_it_allows_in_a_second() {
        var replies = IntStream.range(0, 40)
                .mapToObj(_ -> mtn.ask(charge("+2250505050507"), Map.of()))
                .toList();
        assertThat(replies).hasAtLeastOneElementOfType(NotYet.class);
        assertThat(replies.subList(0, 10)).hasOnlyElementsOfType(Unknown.class);
        assertThat(operator.asked(REQUESTS).size())
                .isEqualTo(replies.stream().filter(Unknown.class::isInstance).count());
    }

    @Test
    void its_sandbox_takes_euros_for_francs() {
        var sandbox = new MtnMomo(
                new MtnMomoSettings(operator.url(), "sandbox", "key", "user", "secret"),
                "https://palabre.example/api/webhooks/mtn-momo/segment",
                new ProviderHttp(Provider.MTN_MOMO, Duration.ofSeconds(2)),
                Clock.systemUTC());
        var charge = charge("+2250505050507");
        sandbox.request(charge);
        assertThat(operator.asked(REQUESTS).getFirst().json().get("currency").asString())
                .isEqualTo("EUR");
        assertThat(sandbox.ask(charge, Map.of()))
                .isEqualTo(new Paid(charge.reference().toString(), new BigDecimal("5000"), "XOF"));
    }

    @Test
    void not_found_is_not_failed() {
        assertThat(mtn.ask(charge("+2250505050507"), Map.of())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_page_instead_of_a_token_is_no_token_and_nothing_was_asked() {
        operator.on(TOKEN, 200, "<html><title>Request Rejected</title></html>");
        assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(NotSent.class);
        assertThat(operator.asked(REQUESTS)).isEmpty();
    }

    @Test
    void a_page_instead_of_a_standing_tells_nothing() {
        operator.on(REQUESTS, 200, "<html>Maintenance</html>");
        assertThat(mtn.ask(charge("+2250505050507"), Map.of())).isInstanceOf(Unknown.class);
    }

    @Test
    void one_token_does_for_many_until_it_is_refused() {
        mtn.request(charge("+2250505050507"));
        mtn.request(charge("+2250505050508"));
        assertThat(operator.asked(TOKEN)).hasSize(1);

        operator.on(REQUESTS, 401, "");
        assertThat(mtn.request(charge("+2250505050509"))).isInstanceOf(NotSent.class);
        openSandbox();
        assertThat(mtn.request(charge("+2250505050509"))).isEqualTo(Taken.simply());
        assertThat(operator.asked(TOKEN)).hasSize(2);
    }

    @Test
    void who_is_not_there_has_heard_nothing() {
        operator.close();
        assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(NotSent.class);
    }

    @Test
    void redirects_lead_nowhere() {
        operator.on(REQUESTS, 302, "");
        assertThat(mtn.request(charge("+2250505050507"))).isInstanceOf(Unknown.class);
    }

    @Test
    void it_gives_nothing_back() {
        assertThat(mtn.giveBack(charge("+2250505050507"), Map.of())).isEqualTo(new NoRefund());
    }
}
