package org.palabre.gatherings.command;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.palabre.deadlines.Patience;
import org.palabre.gatherings.OrderCommand.TellTickets;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.TicketsReady;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Says what buyers are to be told of their orders, as long as they can use it. */
@Component
class BuyerNews {

    private final Repository<Order> orders;
    private final Gatherings gatherings;
    private final TicketOffice tickets;
    private final Patience patience;
    private final Clock clock;

    BuyerNews(Repository<Order> orders, Gatherings gatherings, TicketOffice tickets, Patience patience, Clock clock) {
        this.orders = orders;
        this.gatherings = gatherings;
        this.tickets = tickets;
        this.patience = patience;
        this.clock = clock;
    }

    @CommandHandler
    @Nullable
    TicketsReady handle(TellTickets command, Actor actor) {
        actor.mustBePlatform();
        var order = orders.load(command.orderId().toString());
        patience.waitForCause(order, command.version(), command.since());
        return order.invoke(Order::status) == OrderStatus.CONFIRMED ? tickets(order) : null;
    }

    private @Nullable TicketsReady tickets(Aggregate<Order> order) {
        var gathering = gatherings.load(order.invoke(Order::gathering)).invoke(Gathering::announcement);
        if (!gathering.endsAt().isAfter(clock.instant())) {
            return null;
        }
        return new TicketsReady(
                order.invoke(Order::view),
                order.invoke(Order::placed).buyer(),
                gathering,
                tickets.show(order.invoke(Order::tickets)));
    }
}
