package org.palabre.payments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;

/** What has happened to a payment. */
public sealed interface PaymentEvent extends DomainEvent {

    PaymentId paymentId();

    /**
     * Money is asked for; stored before anybody outside hears of it.
     *
     * @param purchase what is paid for: an order's or a subscription's id
     * @param telephone whose wallet pays, E.164
     * @param expiresAt until when the purchase waits for it
     */
    record PaymentRequested(
            PaymentId paymentId,
            AccountId payer,
            PaymentPurpose purpose,
            UUID purchase,
            Money amount,
            Provider provider,
            Personal telephone,
            Instant expiresAt)
            implements PaymentEvent {

        @Override
        public Optional<UUID> person() {
            return Optional.of(payer.value());
        }
    }

    /** The money is there. */
    record PaymentSucceeded(PaymentId paymentId, PaymentPurpose purpose, UUID purchase) implements PaymentEvent {}

    /** The money will not come. */
    record PaymentFailed(PaymentId paymentId, PaymentPurpose purpose, UUID purchase, PaymentFailure failure)
            implements PaymentEvent {}

    /** The purchase waits no more; should the money come all the same, it will be known. */
    record PaymentExpired(PaymentId paymentId, PaymentPurpose purpose, UUID purchase) implements PaymentEvent {}

    /** The money is to go back, and what was bought with it is worth nothing any more. */
    record RefundBegan(PaymentId paymentId, PaymentPurpose purpose, UUID purchase) implements PaymentEvent {}

    /** The money went back. */
    record PaymentRefunded(PaymentId paymentId) implements PaymentEvent {}
}
