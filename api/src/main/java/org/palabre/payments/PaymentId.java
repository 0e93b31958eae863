package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a payment. */
public record PaymentId(@JsonValue UUID value) {

    @JsonCreator
    public PaymentId {}

    public static PaymentId next() {
        return new PaymentId(Ids.next());
    }

    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    /**
     * What a provider knows one try by, the same at every call: so what got lost on the way can be said again or asked for.
     * In the form of a random UUID, since some providers insist on that.
     *
     * @param attempt from 1
     */
    public UUID reference(int attempt) {
        var derived = Ids.derived("payment-attempt-" + attempt, value);
        return new UUID((derived.getMostSignificantBits() & ~0xF000L) | 0x4000L, derived.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
