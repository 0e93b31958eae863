package org.palabre.payments;

import java.time.Period;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.shared.Change;
import org.palabre.shared.Money;

/** What an admin may ask of a plan. */
public sealed interface PlanCommand {

    @TargetAggregateIdentifier
    PlanId planId();

    /** Answered by the {@link SubscriptionQuery.PlanView}. */
    record OfferPlan(PlanId planId, String name, Money price, Period period, PlanFeatures features)
            implements PlanCommand {}

    /** Answered by the {@link SubscriptionQuery.PlanView}. */
    record ChangePlan(
            PlanId planId,
            Change<String> name,
            Change<Money> price,
            Change<Period> period,
            Change<PlanFeatures> features)
            implements PlanCommand {}

    record WithdrawPlan(PlanId planId) implements PlanCommand {}
}
