package org.palabre.gatherings.query;

import java.util.Map;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.exports.AllRows;
import org.palabre.exports.PersonalData;
import org.palabre.gatherings.OrderQuery.FindOrders;
import org.palabre.gatherings.OrderQuery.FindTickets;
import org.palabre.gatherings.OrderQuery.OrderPage;
import org.palabre.gatherings.OrderQuery.TicketPage;
import org.palabre.shared.Actor;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** What is held about what a person has ordered, and the tickets that came of it. */
@Component
class OrderData implements PersonalData {

    private final Queries queries;

    OrderData(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Map<String, Object> of(Actor.Account person) {
        var account = new AccountId(person.id());
        return Map.of(
                "orders",
                AllRows.of(page -> queries.answer(new FindOrders(account, page), OrderPage.class)),
                "tickets",
                AllRows.of(page -> queries.answer(
                        new FindTickets(account, Optional.empty(), Optional.empty(), page), TicketPage.class)));
    }
}
