package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
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
 * Moov Money as Burkina Faso speaks it, by a public client of it: JSON, and a check that takes our own identifier. Whether it
 * takes the same request twice for one is written nowhere, so it is not said again.
 */
final class MoovMoneyBurkina implements MobileMoney {

    private final MoovMoneySettings settings;
    private final ProviderHttp http;

    MoovMoneyBurkina(MoovMoneySettings settings, ProviderHttp http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Provider provider() {
        return Provider.MOOV_MONEY;
    }

    @Override
    public IfLost ifLost() {
        return IfLost.ASK_ABOUT_IT;
    }

    @Override
    public boolean callsBack() {
        return false;
    }

    @Override
    public Reply request(Charge charge) {
        var reference = charge.reference().toString();
        return switch (http.send(call(
                "mror-transaction-ussd",
                Map.of(
                        "request-id", reference,
                        "destination", charge.telephone().replace("+", ""),
                        "amount", charge.amount().amount(),
                        "remarks", "Palabre",
                        "extended-data", Map.of("reference", reference))))) {
            case Answer answer -> requested(answer);
            case NeverLeft gone -> gone.reply();
            case Lost lost -> lost.reply();
        };
    }

    @Override
    public Reply ask(Charge charge, Map<String, String> session) {
        return switch (http.send(call(
                "process-check-mror-transaction",
                Map.of("request-id", charge.reference().toString())))) {
            case Answer answer -> standing(charge, answer);
            case NeverLeft gone -> gone.reply();
            case Lost lost -> lost.reply();
        };
    }

    @Override
    public Reply giveBack(Charge charge, Map<String, String> session) {
        return new NoRefund();
    }

    private static Reply requested(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403 || answer.status() == 429) {
            return new NotSent("" + answer.status());
        }
        var status = Json.read(answer.body()).path("status").asString("");
        if (!answer.good() || status.isEmpty()) {
            return new Unknown("" + answer.status());
        }
        return switch (status) {
            case "0", "100" -> Taken.simply();
            // it may still be on its way, as others have seen
            case "92", "95", "99", "-1" -> new Unknown("status " + status);
            default -> new Declined(failure(status));
        };
    }

    /** What it is asked for by our identifier it says of that; where it repeats amount or identifier, they are compared. */
    private static Reply standing(Charge charge, Answer answer) {
        var json = Json.read(answer.body());
        var status = json.path("status").asString("");
        if (!answer.good() || status.isEmpty()) {
            return new Unknown("" + answer.status());
        }
        return switch (status) {
            case "0" ->
                new Paid(
                        json.path("request-id").asString(charge.reference().toString()),
                        Json.decimal(json.path("amount")).orElse(charge.amount().amount()),
                        charge.amount().currency());
            // the last two are about the question, and say nothing of the money
            case "100", "94", "95", "99", "-1", "91", "98" -> new Waiting();
            default -> new Declined(failure(status));
        };
    }

    private static PaymentFailure failure(String status) {
        return switch (status) {
            case "8", "10" -> PaymentFailure.INSUFFICIENT_FUNDS;
            case "92" -> PaymentFailure.TIMEOUT;
            case "3", "11", "12", "13", "14", "15", "16", "555" -> PaymentFailure.REFUSED;
            default -> PaymentFailure.PROVIDER_ERROR;
        };
    }

    private HttpRequest.Builder call(String command, Map<String, Object> body) {
        var user = settings.username() + ":" + settings.password();
        return HttpRequest.newBuilder(URI.create(settings.baseUrl()))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)))
                .header("command-id", command)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)));
    }
}
