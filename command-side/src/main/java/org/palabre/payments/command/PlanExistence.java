package org.palabre.payments.command;

import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionQuery.FindPlan;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.web.Existence;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

@Component
class PlanExistence implements Existence<PlanId> {

    private final Queries queries;

    PlanExistence(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Class<PlanId> id() {
        return PlanId.class;
    }

    @Override
    public boolean exists(PlanId id) {
        return queries.find(new FindPlan(id), PlanView.class).isPresent();
    }
}
