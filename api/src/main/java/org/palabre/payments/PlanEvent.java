package org.palabre.payments;

import java.time.Period;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Money;

/** What has happened to a plan. */
public sealed interface PlanEvent extends DomainEvent {

    PlanId planId();

    record PlanOffered(PlanId planId, String name, Money price, Period period, PlanFeatures features)
            implements PlanEvent {}

    /** It is like this from now on, for those who have it too; what was paid stays paid. */
    record PlanChanged(PlanId planId, String name, Money price, Period period, PlanFeatures features)
            implements PlanEvent {}

    /** It is not offered any more; who has it keeps it. */
    record PlanWithdrawn(PlanId planId) implements PlanEvent {}
}
