package org.palabre.gatherings.query;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.gatherings.OrderEvent;
import org.palabre.gatherings.OrderEvent.OrderCancelled;
import org.palabre.gatherings.OrderEvent.OrderConfirmed;
import org.palabre.gatherings.OrderEvent.OrderExpired;
import org.palabre.gatherings.OrderEvent.OrderFailed;
import org.palabre.gatherings.OrderEvent.OrderPlaced;
import org.palabre.gatherings.OrderEvent.OrderRefunded;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.TicketEvent;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketRefunded;
import org.palabre.gatherings.TicketEvent.TicketUsed;
import org.palabre.gatherings.TicketStatus;
import org.palabre.projections.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens to orders and tickets into their rows. An erased account takes its own along. */
class OrdersFold {

    private final Rows<OrderRow> orders;
    private final Rows<TicketRow> tickets;

    OrdersFold(JdbcClient jdbc) {
        orders = new Rows<>(
                jdbc,
                "ticket_order",
                OrderRow.class,
                event -> event instanceof OrderEvent order
                        ? Optional.of(order.orderId().value())
                        : Optional.empty());
        tickets = new Rows<>(
                jdbc,
                "ticket",
                TicketRow.class,
                event -> event instanceof TicketEvent ticket
                        ? Optional.of(ticket.ticketId().value())
                        : Optional.empty());
    }

    @EventHandler
    void on(OrderEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        switch (event) {
            case OrderPlaced placed -> orders.add(new OrderRow(placed, at));
            case OrderConfirmed _ -> now(event, sequence, OrderStatus.CONFIRMED);
            case OrderFailed _ -> now(event, sequence, OrderStatus.FAILED);
            case OrderExpired _ -> now(event, sequence, OrderStatus.EXPIRED);
            case OrderCancelled _ -> now(event, sequence, OrderStatus.CANCELLED);
            case OrderRefunded _ -> now(event, sequence, OrderStatus.REFUNDED);
        }
    }

    @EventHandler
    void on(TicketEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        switch (event) {
            case TicketIssued issued -> tickets.add(new TicketRow(issued, at));
            case TicketUsed used -> ticket(event, sequence).ifPresent(ticket -> ticket.use(used, at));
            case TicketRefunded _ -> ticket(event, sequence).ifPresent(ticket -> ticket.status = TicketStatus.REFUNDED);
        }
    }

    @EventHandler
    void on(AccountEvent event) {
        if (event instanceof AccountErased erased) {
            orders.removeWhere("buyer", erased.accountId().value());
            tickets.removeWhere("holder", erased.accountId().value());
        }
    }

    private void now(OrderEvent event, long sequence, OrderStatus status) {
        orders.find(event.orderId().value()).ifPresent(order -> {
            order.status = status;
            order.version = sequence;
        });
    }

    private Optional<TicketRow> ticket(TicketEvent event, long sequence) {
        var ticket = tickets.find(event.ticketId().value());
        ticket.ifPresent(it -> it.version = sequence);
        return ticket;
    }
}
