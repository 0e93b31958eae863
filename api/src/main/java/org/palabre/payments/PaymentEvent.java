package org.palabre.payments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * The provider is about to be asked; from here on it may have heard of it.
     *
     * @param attempt from 1
     */
    record AttemptBegan(PaymentId paymentId, int attempt) implements PaymentEvent {}

    /** Nobody can pay by this attempt, so that another may begin. */
    record AttemptDropped(PaymentId paymentId, int attempt) implements PaymentEvent {}

    /**
     * The provider took it, and waits for the payer.
     *
     * @param redirectUrl where the payer goes to pay, if the provider wants it so
     */
    record PaymentSubmitted(
            PaymentId paymentId, int attempt, @Nullable Personal redirectUrl) implements PaymentEvent {}

    /** The money is there. */
    record PaymentSucceeded(PaymentId paymentId, PaymentPurpose purpose, UUID purchase) implements PaymentEvent {}

    /** The money will not come. */
    record PaymentFailed(PaymentId paymentId, PaymentPurpose purpose, UUID purchase, PaymentFailure failure)
            implements PaymentEvent {}

    /** The purchase waits no more; should the money come all the same, it will be known. */
    record PaymentExpired(PaymentId paymentId, PaymentPurpose purpose, UUID purchase) implements PaymentEvent {}

    /** Should the money come, it goes back. */
    record ReturnOrdered(PaymentId paymentId) implements PaymentEvent {}

    /** The money is to go back, and what was bought with it is worth nothing any more. */
    record RefundBegan(PaymentId paymentId, PaymentPurpose purpose, UUID purchase) implements PaymentEvent {}

    /** The money went back. */
    record PaymentRefunded(PaymentId paymentId) implements PaymentEvent {}

    /** The platform cannot go on by itself. */
    record HelpNeeded(PaymentId paymentId, PaymentTrouble trouble) implements PaymentEvent {}

    /** A person did outside what the platform could not; the payment itself is as it was. */
    record TroubleSettled(PaymentId paymentId, PaymentTrouble trouble) implements PaymentEvent {}
}
