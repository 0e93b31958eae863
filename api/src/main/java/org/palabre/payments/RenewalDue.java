package org.palabre.payments;

import java.time.Instant;
import org.palabre.accounts.AccountId;
import org.palabre.payments.SubscriptionQuery.PlanView;

/**
 * What subscribers are told while the next period can be paid and is not.
 *
 * @param plan of the period, as it is now
 * @param stillOffered whether the next period can be had with the same plan
 * @param status active before the end of the period, past due after it
 * @param endsAt of the period
 * @param payableUntil when the days of grace end
 */
public record RenewalDue(
        SubscriptionId subscriptionId,
        AccountId subscriber,
        PlanView plan,
        boolean stillOffered,
        SubscriptionStatus status,
        Instant endsAt,
        Instant payableUntil) {}
