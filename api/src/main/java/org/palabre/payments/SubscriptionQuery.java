package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.shared.Money;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

/** What one may ask about plans and subscriptions, and the shapes of the answers. */
public sealed interface SubscriptionQuery {

    /** One that is offered: answered by an optional {@link PlanView}. */
    record FindPlan(PlanId planId) implements SubscriptionQuery {}

    /** Those that are offered, cheapest first: answered by a {@link PlanPage}. */
    record FindPlans(Page.Request page) implements SubscriptionQuery {}

    /** An account's last one, ended or not: answered by an optional {@link SubscriptionView}. */
    record FindSubscription(AccountId subscriber) implements SubscriptionQuery {}

    /** On which terms an account sells: answered by {@link PlanTerms}. */
    record FindPlanTerms(AccountId accountId) implements SubscriptionQuery {}

    record PlanPage(long count, List<PlanView> rows) implements Page<PlanView> {}

    record PlanView(PlanId id, String name, Money price, Period period, PlanFeatures features, long version)
            implements Versioned {}

    /**
     * An account's use of a plan.
     *
     * @param currentPeriodStart of the period that runs, or ran last
     * @param payment the last that was asked for
     */
    record SubscriptionView(
            SubscriptionId id,
            PlanView plan,
            SubscriptionStatus status,
            @Nullable Instant currentPeriodStart,
            @Nullable Instant currentPeriodEnd,
            boolean cancelAtPeriodEnd,
            PaymentStanding payment,
            long version)
            implements Versioned {}

    /**
     * The terms of a plan, or those of whoever has none.
     *
     * @param commission the part of ticket revenue that the platform keeps, from 0 to 1
     * @param paidGatheringsPerMonth how many paid gatherings may be submitted since {@code since}; {@code null}: no limit
     * @param since when the running period began; {@code null} without one
     */
    record PlanTerms(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal commission,
            @Nullable Integer paidGatheringsPerMonth,
            @Nullable Instant since) {}
}
