package org.palabre.payments;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.accounts.AccountId;

/** What one may ask of a subscription. */
public sealed interface SubscriptionCommand {

    @TargetAggregateIdentifier
    SubscriptionId subscriptionId();

    /**
     * Begins one or pays its next period. Answered by the {@link SubscriptionQuery.SubscriptionView}.
     *
     * @param telephone whose wallet pays, E.164
     */
    record Subscribe(
            SubscriptionId subscriptionId,
            AccountId subscriber,
            PlanId planId,
            PaymentId paymentId,
            Provider provider,
            String telephone)
            implements SubscriptionCommand {

        /** Leaves the telephone out, so that no log holds it. */
        @Override
        public String toString() {
            return "Subscribe[%s, %s]".formatted(subscriptionId, planId);
        }
    }

    /** Ends it with its period. Answered by the {@link SubscriptionQuery.SubscriptionView}. */
    record CancelSubscription(SubscriptionId subscriptionId) implements SubscriptionCommand {}

    /**
     * The period that ends then can be followed by another: the platform's own.
     *
     * @param version with which it began
     * @param since when this was set
     */
    record OfferRenewal(SubscriptionId subscriptionId, Instant endsAt, long version, Instant since)
            implements SubscriptionCommand {}

    /**
     * Its owner is to be told that the next period can be paid: the platform's own. Answered by {@link RenewalDue}, or by
     * nothing when it is paid, or not wanted.
     *
     * @param version from which on it can be paid, or is overdue
     * @param since when this was set
     */
    record TellRenewal(SubscriptionId subscriptionId, long version, Instant since) implements SubscriptionCommand {}

    /** The period that ends then is over: the platform's own. */
    record EndPeriod(SubscriptionId subscriptionId, Instant endsAt) implements SubscriptionCommand {}

    /** So are the days of grace after it: the platform's own. */
    record EndGrace(SubscriptionId subscriptionId, Instant endsAt) implements SubscriptionCommand {}
}
