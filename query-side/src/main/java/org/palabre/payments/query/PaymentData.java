package org.palabre.payments.query;

import java.util.Map;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.exports.AllRows;
import org.palabre.exports.PersonalData;
import org.palabre.payments.PaymentQuery.FindPayments;
import org.palabre.payments.PaymentQuery.PaymentPage;
import org.palabre.payments.SubscriptionQuery.FindSubscription;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.shared.Actor;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** What is held about what a person has paid. */
@Component
class PaymentData implements PersonalData {

    private final Queries queries;

    PaymentData(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Map<String, Object> of(Actor.Account person) {
        var account = new AccountId(person.id());
        return Map.of(
                "payments",
                AllRows.of(
                        page -> queries.answer(new FindPayments(account, Optional.empty(), page), PaymentPage.class)),
                "subscriptions",
                queries.find(new FindSubscription(account), SubscriptionView.class).stream()
                        .toList());
    }
}
