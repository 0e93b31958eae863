package org.palabre.gatherings.command;

import java.util.Objects;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.AllowanceEvent.AllowanceUsed;
import org.palabre.gatherings.AllowanceId;
import org.palabre.gatherings.GatheringId;
import org.palabre.payments.SubscriptionQuery.FindPlanTerms;
import org.palabre.payments.SubscriptionQuery.PlanTerms;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** How many paid gatherings organisers may submit: as many as they like, or as their plan allows in the period that runs. */
@Component
class Allowances {

    private final Repository<Allowance> allowances;
    private final Queries queries;

    Allowances(Repository<Allowance> allowances, Queries queries) {
        this.allowances = allowances;
        this.queries = queries;
    }

    /** Counts a paid gathering, or refuses it if the plan allows no more. */
    void use(AccountId organiser, GatheringId gatheringId) throws Exception {
        var terms = queries.answer(new FindPlanTerms(organiser), PlanTerms.class);
        var most = terms.paidGatheringsPerMonth();
        if (most != null) {
            var id = AllowanceId.of(organiser, Objects.requireNonNull(terms.since()));
            allowances
                    .loadOrCreate(id.toString(), Allowance::new)
                    .execute(it -> it.use(new AllowanceUsed(id, organiser, gatheringId), most));
        }
    }
}
