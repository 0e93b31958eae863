package org.palabre.payments;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;

/** What one may ask of a payment. */
public sealed interface PaymentCommand {

    @TargetAggregateIdentifier
    PaymentId paymentId();

    /**
     * Asks somebody for money: the platform's own, and again without effect.
     *
     * @param purchase what is paid for: an order's or a subscription's id
     * @param telephone whose wallet pays, E.164; encrypted wherever the command waits for its time
     * @param expiresAt until when the purchase waits for it
     */
    record RequestPayment(
            PaymentId paymentId,
            AccountId payer,
            PaymentPurpose purpose,
            UUID purchase,
            Money amount,
            Provider provider,
            Personal telephone,
            Instant expiresAt)
            implements PaymentCommand {}

    /** Gives the money back, now or as soon as it should come: the platform's own, and again without effect. */
    record ReturnMoney(PaymentId paymentId) implements PaymentCommand {}

    /**
     * Its payer is to be told that the money went back: the platform's own. Answered by {@link MoneyReturned}, or by nothing
     * when that is too long ago.
     *
     * @param version with which it went back
     * @param since when this was set
     */
    record TellRefund(PaymentId paymentId, long version, Instant since) implements PaymentCommand {}

    /** Gives the money back on an admin's word. Answered by the {@link PaymentQuery.PaymentView}. */
    record Refund(PaymentId paymentId) implements PaymentCommand {}

    /**
     * Takes an admin's word that the money was given back by hand, as the provider would not. Answered by the
     * {@link PaymentQuery.PaymentView}.
     */
    record ConfirmRefund(PaymentId paymentId) implements PaymentCommand {}

    /**
     * Takes an admin's word that what a payment needed a person for is done. Answered by the
     * {@link PaymentQuery.PaymentView}.
     *
     * @param trouble the newest; money that the provider does not give back is confirmed by {@link ConfirmRefund}
     */
    record SettleTrouble(PaymentId paymentId, PaymentTrouble trouble) implements PaymentCommand {}
}
