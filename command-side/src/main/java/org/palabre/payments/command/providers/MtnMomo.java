package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.TimeMeter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.AccessTokens.Access;
import org.palabre.payments.command.providers.Exchange.Answer;
import org.palabre.payments.command.providers.Exchange.Lost;
import org.palabre.payments.command.providers.Exchange.NeverLeft;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.NotYet;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * MTN MoMo, product Collections, by the operation pages of its portal. A request is known by our reference alone, so that it
 * can be said again; refunds belong to another product.
 */
final class MtnMomo implements MobileMoney {

    private static final String REQUESTS = "/collection/v1_0/requesttopay";
    private static final int QUESTIONS_A_SECOND = 10;

    private final MtnMomoSettings settings;
    private final String callback;
    private final ProviderHttp http;
    private final AccessTokens tokens;

    /** It answers so many questions how payments stand, and no more. */
    private final Turns questions;

    /**
     * @param callback where it may tell how a payment stands
     */
    MtnMomo(MtnMomoSettings settings, String callback, ProviderHttp http, Clock clock) {
        this.questions = new Turns(QUESTIONS_A_SECOND, TimeMeter.SYSTEM_NANOTIME, RandomGenerator.getDefault());
        this.settings = settings;
        this.callback = callback;
        this.http = http;
        this.tokens = new AccessTokens(this::fetchToken, clock);
    }

    @Override
    public Provider provider() {
        return Provider.MTN_MOMO;
    }

    @Override
    public IfLost ifLost() {
        return IfLost.SAY_AGAIN;
    }

    @Override
    public boolean callsBack() {
        return true;
    }

    @Override
    public Reply request(Charge charge) {
        return switch (tokens.get()) {
            case Access.None none -> new NotSent(none.why());
            case Access.Token token ->
                switch (http.send(call(REQUESTS, token)
                        .header("X-Reference-Id", charge.reference().toString())
                        .header("X-Callback-Url", callback)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(charge))))) {
                    case Answer answer -> requested(answer);
                    case NeverLeft gone -> gone.reply();
                    case Lost lost -> lost.reply();
                };
        };
    }

    @Override
    public Reply ask(Charge charge, Map<String, String> session) {
        var pause = questions.take(charge.reference());
        if (pause.isPositive()) {
            return new NotYet(pause);
        }
        return switch (tokens.get()) {
            case Access.None none -> new Unknown(none.why());
            case Access.Token token ->
                switch (http.send(
                        call(REQUESTS + "/" + charge.reference(), token).GET())) {
                    case Answer answer -> standing(charge, answer);
                    case NeverLeft gone -> gone.reply();
                    case Lost lost -> lost.reply();
                };
        };
    }

    @Override
    public Reply giveBack(Charge charge, Map<String, String> session) {
        return new NoRefund();
    }

    private Reply requested(Answer answer) {
        var code = Json.read(answer.body()).path("code").asString("");
        // says that it was taken before
        if (answer.status() == 202 || answer.status() == 409 || code.equals("RESOURCE_ALREADY_EXIST")) {
            return Taken.simply();
        }
        if (answer.status() == 401) {
            tokens.forget();
            return new NotSent("401");
        }
        if (answer.status() == 429) {
            return new NotSent("429");
        }
        // errors of ours and of the payer's come as 500, too: the code tells them from its own, and from a gateway's
        return isFinal(code) || answer.status() == 400
                ? new Declined(failure(code))
                : new Unknown("%d %s".formatted(answer.status(), code));
    }

    private Reply standing(Charge charge, Answer answer) {
        if (answer.status() == 401) {
            tokens.forget();
        }
        var json = Json.read(answer.body());
        if (answer.status() != 200 || !json.isObject()) {
            // shortly after a request it may not be found yet
            return new Unknown("" + answer.status());
        }
        return switch (json.path("status").asString("")) {
            case "SUCCESSFUL" -> paid(charge, json);
            case "FAILED" -> new Declined(failure(reason(json)));
            default -> new Waiting();
        };
    }

    private Reply paid(Charge charge, JsonNode json) {
        var told = json.path("currency").asString("");
        var asked = charge.amount().currency();
        var currency = told.equals(currency(asked)) ? asked : told;
        return Json.decimal(json.path("amount"))
                .<Reply>map(amount -> new Paid(json.path("externalId").asString(""), amount, currency))
                .orElseGet(() -> new Unknown("no amount of " + charge.reference()));
    }

    private static String reason(JsonNode json) {
        var reason = json.path("reason");
        return reason.isObject() ? reason.path("code").asString("") : reason.asString("");
    }

    private static boolean isFinal(String code) {
        return switch (code) {
            case "PAYER_NOT_FOUND",
                    "PAYEE_NOT_FOUND",
                    "NOT_ALLOWED",
                    "NOT_ALLOWED_TARGET_ENVIRONMENT",
                    "INVALID_CALLBACK_URL_HOST",
                    "INVALID_CURRENCY",
                    "PAYEE_NOT_ALLOWED_TO_RECEIVE",
                    "NOT_ENOUGH_FUNDS",
                    "PAYER_LIMIT_REACHED" -> true;
            default -> false;
        };
    }

    private static PaymentFailure failure(String code) {
        return switch (code) {
            // in practice this is what a payer without money gets
            case "NOT_ENOUGH_FUNDS", "INTERNAL_PROCESSING_ERROR" -> PaymentFailure.INSUFFICIENT_FUNDS;
            case "APPROVAL_REJECTED",
                    "PAYMENT_NOT_APPROVED",
                    "TRANSACTION_CANCELED",
                    "PAYER_NOT_FOUND",
                    "PAYER_LIMIT_REACHED",
                    "NOT_ALLOWED" -> PaymentFailure.REFUSED;
            case "EXPIRED", "COULD_NOT_PERFORM_TRANSACTION" -> PaymentFailure.TIMEOUT;
            default -> PaymentFailure.PROVIDER_ERROR;
        };
    }

    /** Its sandbox knows one currency. */
    private String currency(String currency) {
        return settings.targetEnvironment().equals("sandbox") ? "EUR" : currency;
    }

    private String body(Charge charge) {
        var reference = charge.reference().toString();
        return Json.write(Map.of(
                "amount",
                charge.amount().amount().toPlainString(),
                "currency",
                currency(charge.amount().currency()),
                "externalId",
                reference,
                "payer",
                Map.of("partyIdType", "MSISDN", "partyId", charge.telephone().replace("+", "")),
                "payerMessage",
                "Palabre",
                "payeeNote",
                reference));
    }

    private HttpRequest.Builder call(String path, Access.Token token) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .header("Authorization", "Bearer " + token.value())
                .header("X-Target-Environment", settings.targetEnvironment())
                .header("Ocp-Apim-Subscription-Key", settings.subscriptionKey());
    }

    /** The body matters: an empty one is refused, and a form is answered with a page. */
    private Exchange fetchToken() {
        var user = settings.apiUser() + ":" + settings.apiKey();
        return http.send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/collection/token/"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)))
                .header("Ocp-Apim-Subscription-Key", settings.subscriptionKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}")));
    }
}
