package org.palabre.payments.query;

import org.palabre.accounts.AccountId;
import org.palabre.payments.SubscriptionQuery.FindPlans;
import org.palabre.payments.SubscriptionQuery.FindSubscription;
import org.palabre.payments.SubscriptionQuery.PlanPage;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubscriptionController {

    private final Queries queries;

    SubscriptionController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/plans")
    @Allow(Who.ALL)
    Listing<PlanView> plans(Page.Request page) {
        return Listing.of(queries.answer(new FindPlans(page), PlanPage.class), page);
    }

    @GetMapping("/api/subscriptions/current")
    @Allow(Who.ACTIVE)
    SubscriptionView current(@Me Actor.Account me) {
        return queries.one(new FindSubscription(new AccountId(me.id())), SubscriptionView.class);
    }
}
