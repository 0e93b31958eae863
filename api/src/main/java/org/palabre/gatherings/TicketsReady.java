package org.palabre.gatherings;

import java.util.List;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderQuery.TicketDetails;

/** What buyers are told once their money has become tickets. */
public record TicketsReady(OrderDetails order, AccountId buyer, Announcement gathering, List<TicketDetails> tickets) {

    public TicketsReady {
        tickets = List.copyOf(tickets);
    }
}
