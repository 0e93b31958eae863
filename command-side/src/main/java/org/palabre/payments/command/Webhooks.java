package org.palabre.payments.command;

import static org.palabre.payments.PaymentRefusal.BAD_SIGNATURE;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.palabre.deadlines.Deadlines;
import org.palabre.payments.PaymentId;
import org.palabre.payments.Provider;
import org.palabre.payments.ProviderCommand.AskProviderNow;
import org.palabre.payments.command.providers.Signatures;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for what providers tell by themselves. Nothing of it is believed: it only leads to a question at once, and however
 * often it comes, that is one question at a time.
 */
@Component
public class Webhooks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Signatures signatures;
    private final PaymentAttempts attempts;
    private final Deadlines deadlines;
    private final Clock clock;

    Webhooks(Signatures signatures, PaymentAttempts attempts, Deadlines deadlines, Clock clock) {
        this.signatures = signatures;
        this.attempts = attempts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * One of the sandbox's.
     *
     * @param signature of the body as it came
     */
    public void fromSandbox(byte[] body, String signature) {
        if (!Signatures.same(signature, signatures.ofSandbox(body))) {
            throw new Refused(BAD_SIGNATURE);
        }
        about(text(body, "reference"));
    }

    /** Orange Money proves itself by a token of the payment, which only its answer to the request has told. */
    void fromOrangeMoney(byte[] body) {
        askNow(attempts.byCallbackToken(text(body, "notif_token")).orElseThrow(() -> new Refused(BAD_SIGNATURE)));
    }

    /** The payment is named by what was given along with the request. */
    void fromMtnMomo(byte[] body, String segment) {
        mustKnow(Provider.MTN_MOMO, segment);
        about(text(body, "externalId"));
    }

    void fromMoovMoney(byte[] body, String segment) {
        mustKnow(Provider.MOOV_MONEY, segment);
        about(text(body, "request-id"));
    }

    private void mustKnow(Provider provider, String segment) {
        if (!Signatures.same(segment, signatures.segment(provider))) {
            throw new Refused(BAD_SIGNATURE);
        }
    }

    private void about(String reference) {
        uuid(reference).flatMap(attempts::byReference).ifPresent(this::askNow);
    }

    private void askNow(PaymentId paymentId) {
        deadlines.schedule("ask-now-" + paymentId, clock.instant(), new AskProviderNow(paymentId));
    }

    /** The text of a field, empty if there is none; what cannot be read proves nothing. */
    private static String text(byte[] body, String field) {
        return read(body).path(field).asString("");
    }

    private static JsonNode read(byte[] body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException unreadable) {
            throw new Refused(BAD_SIGNATURE);
        }
        throw new Refused(BAD_SIGNATURE);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
