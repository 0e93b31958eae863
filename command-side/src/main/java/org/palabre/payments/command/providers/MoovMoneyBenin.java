package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
 * Moov Money as Bénin speaks it, by public clients of it: SOAP, without callbacks. A transaction is asked for by the
 * identifier that the answer to the request tells. Clients differ in whether ours does as well: where the answer was lost it
 * is tried, and a person is asked beside that, since the request is not said again.
 */
final class MoovMoneyBenin implements MobileMoney {

    private static final String NAMESPACE = "http://api.merchant.tlc.com/";
    private static final String TRANSACTION = "referenceid";
    private static final int LENGTH_OF_KEY = 32;

    private final MoovMoneySettings settings;
    private final String token;
    private final ProviderHttp http;

    MoovMoneyBenin(MoovMoneySettings settings, ProviderHttp http) {
        this.settings = settings;
        this.token = token(settings);
        this.http = http;
    }

    @Override
    public Provider provider() {
        return Provider.MOOV_MONEY;
    }

    @Override
    public IfLost ifLost() {
        return IfLost.ASK_A_PERSON;
    }

    @Override
    public boolean callsBack() {
        return false;
    }

    @Override
    public Reply request(Charge charge) {
        var amount = charge.amount().amount();
        if (amount.remainder(BigDecimal.ONE).signum() != 0) {
            // its wallets hold whole francs
            return new Declined(PaymentFailure.PROVIDER_ERROR);
        }
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("token", token);
        arguments.put("msisdn", charge.telephone().replace("+", ""));
        arguments.put("message", "Palabre");
        arguments.put("amount", amount.toBigInteger());
        arguments.put("externaldata1", charge.reference());
        arguments.put("externaldata2", "");
        arguments.put("fee", 0);
        return switch (http.send(call("PushWithPending", arguments))) {
            case Answer answer -> requested(answer);
            case NeverLeft gone -> gone.reply();
            case Lost lost -> lost.reply();
        };
    }

    @Override
    public Reply ask(Charge charge, Map<String, String> session) {
        var transaction = session.getOrDefault(TRANSACTION, charge.reference().toString());
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("token", token);
        arguments.put("request", Map.of("transid", transaction));
        return switch (http.send(call("getTransactionStatus", arguments))) {
            case Answer answer -> standing(charge, session, answer);
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
        if (!answer.good()) {
            return new Unknown("" + answer.status());
        }
        var texts = Soap.read(answer.body());
        var status = texts.getOrDefault("status", "");
        var transaction = texts.getOrDefault(TRANSACTION, "");
        // whatever is no refusal may be on its way, and what it is known by has to be known
        return refusal(status)
                .<Reply>map(Declined::new)
                .orElseGet(() -> transaction.isEmpty()
                        ? new Unknown("status " + status)
                        : new Taken(Map.of(TRANSACTION, transaction), Optional.empty(), Optional.empty()));
    }

    /** It repeats neither amount nor currency: what it says of a transaction, it says of all that was asked for by it. */
    private static Reply standing(Charge charge, Map<String, String> session, Answer answer) {
        var texts = Soap.read(answer.body());
        var status = texts.getOrDefault("status", "");
        if (!answer.good() || status.isEmpty()) {
            return new Unknown("" + answer.status());
        }
        if (status.equals("0") && texts.getOrDefault("description", "").equals("SUCCESS")) {
            return new Paid(
                    reference(charge, session, texts),
                    charge.amount().amount(),
                    charge.amount().currency());
        }
        if (status.equals("92")) {
            return new Declined(PaymentFailure.TIMEOUT);
        }
        // an error of ours is about the question: it says nothing of the money
        return refusal(status)
                .filter(failure -> failure != PaymentFailure.PROVIDER_ERROR)
                .<Reply>map(Declined::new)
                .orElseGet(Waiting::new);
    }

    /** Ours, unless the answer is about another transaction. */
    private static String reference(Charge charge, Map<String, String> session, Map<String, String> texts) {
        var ours = charge.reference().toString();
        var asked = session.getOrDefault(TRANSACTION, "");
        var said = texts.getOrDefault(TRANSACTION, "");
        return asked.isEmpty() || said.isEmpty() || said.equals(asked) ? ours : said;
    }

    /** Why a payment will not come, if a status says so; {@code PROVIDER_ERROR}: the call was wrong, or not allowed. */
    private static Optional<PaymentFailure> refusal(String status) {
        return switch (status) {
            case "8", "10" -> Optional.of(PaymentFailure.INSUFFICIENT_FUNDS);
            case "3", "6", "7", "9", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "555" ->
                Optional.of(PaymentFailure.REFUSED);
            case "1", "2", "4", "91", "98" -> Optional.of(PaymentFailure.PROVIDER_ERROR);
            default -> Optional.empty();
        };
    }

    private HttpRequest.Builder call(String name, Map<String, Object> arguments) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl()))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(Soap.write(NAMESPACE, name, arguments)));
    }

    /** User name and password as Moov wants them; always the same, and as secret as they are. */
    private static String token(MoovMoneySettings settings) {
        var key = settings.key().getBytes(UTF_8);
        if (key.length != LENGTH_OF_KEY) {
            throw new IllegalStateException("palabre.payments.moov-money.key has to have 32 characters");
        }
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(new byte[cipher.getBlockSize()]));
            var plain = "0:%s:%s".formatted(settings.username(), settings.password());
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
