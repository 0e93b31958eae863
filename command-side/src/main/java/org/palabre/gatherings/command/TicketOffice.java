package org.palabre.gatherings.command;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.palabre.gatherings.OrderEvent.Item;
import org.palabre.gatherings.OrderEvent.OrderPlaced;
import org.palabre.gatherings.OrderQuery.TicketDetails;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketId;
import org.palabre.shared.Personal;
import org.springframework.stereotype.Component;

/** The tickets of an order, one for each seat: they come and go in the order's own unit of work. */
@Component
class TicketOffice {

    private final Repository<Ticket> tickets;
    private final Passes passes;

    TicketOffice(Repository<Ticket> tickets, Passes passes) {
        this.tickets = tickets;
        this.passes = passes;
    }

    List<TicketId> issue(OrderPlaced order) throws Exception {
        var issued = new ArrayList<TicketId>();
        for (var item : order.items()) {
            for (int seat = 0; seat < item.quantity(); seat++) {
                issued.add(issue(order, item));
            }
        }
        return issued;
    }

    List<TicketDetails> show(List<TicketId> issued) {
        return issued.stream()
                .map(id -> tickets.load(id.toString()).invoke(Ticket::view))
                .toList();
    }

    void refund(List<TicketId> refunded) {
        refunded.forEach(id -> tickets.load(id.toString()).execute(Ticket::refund));
    }

    private TicketId issue(OrderPlaced order, Item item) throws Exception {
        var code = TicketCode.next();
        var holder = order.buyer().value();
        var ticketId = TicketId.ofCode(code);
        tickets.newInstance(() -> new Ticket(new TicketIssued(
                ticketId,
                order.orderId(),
                order.gatheringId(),
                order.buyer(),
                item.ticketType(),
                item.name(),
                item.price(),
                order.commission(),
                Personal.of(holder, code),
                Personal.of(holder, passes.sign(order.gatheringId(), item.name(), code)))));
        return ticketId;
    }
}
