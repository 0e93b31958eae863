package org.palabre.payments.command.providers;

import java.time.Instant;
import java.util.UUID;
import org.palabre.payments.PaymentId;
import org.palabre.payments.Provider;
import org.palabre.shared.Money;

/**
 * What is asked of a payer's wallet by one attempt.
 *
 * @param attempt from 1
 * @param telephone whose wallet pays, E.164; empty once the person is erased
 * @param expiresAt until when the purchase waits for it
 */
public record Charge(
        PaymentId paymentId, int attempt, Provider provider, Money amount, String telephone, Instant expiresAt) {

    /** What the provider knows it by. */
    public UUID reference() {
        return paymentId.reference(attempt);
    }

    /** Leaves the telephone out, so that no log holds it. */
    @Override
    public String toString() {
        return "Charge[%s, %d, %s]".formatted(paymentId, attempt, provider);
    }
}
