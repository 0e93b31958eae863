package org.palabre.payments;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;

/** What has happened to an account's subscription. */
public sealed interface SubscriptionEvent extends DomainEvent {

    SubscriptionId subscriptionId();

    /** Somebody wants a plan, and is asked for the money of its first period. */
    record SubscriptionRequested(
            SubscriptionId subscriptionId, AccountId subscriber, PlanId planId, Period period, PaymentId paymentId)
            implements SubscriptionEvent {

        @Override
        public Optional<UUID> person() {
            return Optional.of(subscriber.value());
        }
    }

    /** The money of another period is asked for, with this plan or another. */
    record RenewalRequested(SubscriptionId subscriptionId, PlanId planId, Period period, PaymentId paymentId)
            implements SubscriptionEvent {}

    /** The money did not come; should it come late, it is taken all the same. */
    record SubscriptionNotPaid(SubscriptionId subscriptionId, PaymentId paymentId) implements SubscriptionEvent {}

    /** A period that was paid begins. */
    record PeriodBegan(
            SubscriptionId subscriptionId, PlanId planId, PaymentId paymentId, Instant startsAt, Instant endsAt)
            implements SubscriptionEvent {}

    /** The present period ends soon, and its owner has neither paid the next one nor cancelled. */
    record RenewalOffered(SubscriptionId subscriptionId, Instant endsAt) implements SubscriptionEvent {}

    /** The period after the present one is paid. */
    record NextPeriodPaid(SubscriptionId subscriptionId, PlanId planId, Period period, PaymentId paymentId)
            implements SubscriptionEvent {}

    /** The money of a period goes back, and the period with it. */
    record PeriodRevoked(SubscriptionId subscriptionId, PaymentId paymentId) implements SubscriptionEvent {}

    /** It will not go on after its period. */
    record CancellationOrdered(SubscriptionId subscriptionId) implements SubscriptionEvent {}

    /** Its period has ended, and the next is not paid. */
    record SubscriptionPastDue(SubscriptionId subscriptionId) implements SubscriptionEvent {}

    /** It has ended because its owner wanted it to. */
    record SubscriptionCancelled(SubscriptionId subscriptionId) implements SubscriptionEvent {}

    /** It has ended because nobody paid. */
    record SubscriptionExpired(SubscriptionId subscriptionId) implements SubscriptionEvent {}
}
