package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.AccessTokens.Access;
import org.palabre.payments.command.providers.Exchange.Answer;
import org.palabre.payments.command.providers.Exchange.Lost;
import org.palabre.payments.command.providers.Exchange.NeverLeft;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;

/**
 * Orange Money Web Payment, by its guide for developers. The payer pays on a page of Orange's, to which only the answer to
 * the request leads: one that is lost can be paid by nobody.
 */
final class OrangeMoney implements MobileMoney {

    /** As long as an order may be called at Orange's. */
    private static final int LONGEST_ORDER_ID = 30;

    private static final String PAY_TOKEN = "pay_token";

    private final OrangeMoneySettings settings;
    private final String publicUrl;
    private final ProviderHttp http;
    private final AccessTokens tokens;

    OrangeMoney(OrangeMoneySettings settings, String publicUrl, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.http = http;
        this.tokens = new AccessTokens(this::fetchToken, clock);
    }

    @Override
    public Provider provider() {
        return Provider.ORANGE_MONEY;
    }

    @Override
    public IfLost ifLost() {
        return IfLost.BEGIN_ANEW;
    }

    @Override
    public boolean callsBack() {
        return true;
    }

    @Override
    public Reply request(Charge charge) {
        var body = new LinkedHashMap<String, Object>();
        body.put("merchant_key", settings.merchantKey());
        body.put("currency", currency(charge));
        body.put("order_id", orderId(charge));
        body.put("amount", charge.amount().amount());
        body.put("return_url", publicUrl + "/");
        body.put("cancel_url", publicUrl + "/");
        body.put("notif_url", publicUrl + "/api/webhooks/orange-money");
        body.put("lang", "fr");
        body.put("reference", "Palabre");
        return switch (tokens.get()) {
            case Access.None none -> new NotSent(none.why());
            case Access.Token token ->
                switch (http.send(call("webpayment", token, body))) {
                    case Answer answer -> requested(answer);
                    case NeverLeft gone -> gone.reply();
                    case Lost lost -> lost.reply();
                };
        };
    }

    @Override
    public Reply ask(Charge charge, Map<String, String> session) {
        var payToken = session.get(PAY_TOKEN);
        if (payToken == null) {
            return new Unknown("the answer to the request was lost");
        }
        return switch (tokens.get()) {
            case Access.None none -> new Unknown(none.why());
            case Access.Token token ->
                switch (http.send(call(
                        "transactionstatus",
                        token,
                        Map.of(
                                "order_id",
                                orderId(charge),
                                "amount",
                                charge.amount().amount(),
                                PAY_TOKEN,
                                payToken)))) {
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
        var json = Json.read(answer.body());
        var payToken = json.path(PAY_TOKEN).asString("");
        var page = json.path("payment_url").asString("");
        if (answer.good() && !payToken.isEmpty() && !page.isEmpty()) {
            return new Taken(
                    Map.of(PAY_TOKEN, payToken),
                    Optional.of(json.path("notif_token").asString("")).filter(token -> !token.isEmpty()),
                    Optional.of(page));
        }
        if (answer.status() == 401) {
            tokens.forget();
            return new NotSent("401");
        }
        if (answer.status() == 429) {
            return new NotSent("429");
        }
        return answer.status() >= 400 && answer.status() < 500
                ? new Declined(PaymentFailure.PROVIDER_ERROR)
                : new Unknown("" + answer.status());
    }

    /** It finds the order by its amount, too: what it says of one, it says of that amount. */
    private Reply standing(Charge charge, Answer answer) {
        if (answer.status() == 401) {
            tokens.forget();
        }
        var json = Json.read(answer.body());
        if (!answer.good() || !json.isObject()) {
            return new Unknown("" + answer.status());
        }
        return switch (json.path("status").asString("")) {
            case "SUCCESS" ->
                new Paid(
                        json.path("order_id").asString("").equals(orderId(charge))
                                ? charge.reference().toString()
                                : "",
                        charge.amount().amount(),
                        charge.amount().currency());
            case "FAILED" -> new Declined(PaymentFailure.REFUSED);
            case "EXPIRED" -> new Declined(PaymentFailure.TIMEOUT);
            default -> new Waiting();
        };
    }

    static String orderId(Charge charge) {
        return charge.reference().toString().replace("-", "").substring(0, LONGEST_ORDER_ID);
    }

    /** Its sandbox knows one currency of its own. */
    private String currency(Charge charge) {
        return settings.country().equals("dev") ? "OUV" : charge.amount().currency();
    }

    private HttpRequest.Builder call(String what, Access.Token token, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create(
                        "%s/orange-money-webpay/%s/v1/%s".formatted(settings.baseUrl(), settings.country(), what)))
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)));
    }

    private Exchange fetchToken() {
        var client = settings.clientId() + ":" + settings.clientSecret();
        return http.send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/oauth/v3/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }
}
