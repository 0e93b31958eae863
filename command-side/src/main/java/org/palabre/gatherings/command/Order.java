package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.palabre.gatherings.GatheringRefusal.NOT_CANCELLABLE;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderEvent;
import org.palabre.gatherings.OrderEvent.OrderCancelled;
import org.palabre.gatherings.OrderEvent.OrderConfirmed;
import org.palabre.gatherings.OrderEvent.OrderExpired;
import org.palabre.gatherings.OrderEvent.OrderFailed;
import org.palabre.gatherings.OrderEvent.OrderPlaced;
import org.palabre.gatherings.OrderEvent.OrderRefunded;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketId;
import org.palabre.payments.PaymentId;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** What somebody wants to buy. While it is pending its seats are held, and once it is confirmed they have tickets. */
@Aggregate(cache = "aggregates")
class Order {

    @AggregateIdentifier
    private OrderId id;

    private OrderPlaced placed;
    private Instant placedAt;
    private OrderStatus status = OrderStatus.PENDING;
    private List<TicketId> tickets = List.of();

    @SuppressWarnings("NullAway.Init") // its first event makes it what it is
    Order() {}

    @SuppressWarnings("NullAway.Init")
    Order(OrderPlaced placing) {
        apply(placing);
    }

    /** Whoever did not place it does not know of it. */
    void mustBelongTo(AccountId account) {
        if (!placed.buyer().equals(account)) {
            throw new Refused(Common.NOT_FOUND);
        }
    }

    OrderStatus status() {
        return status;
    }

    GatheringId gathering() {
        return placed.gatheringId();
    }

    PaymentId payment() {
        return placed.paymentId();
    }

    /** What it was placed for. */
    OrderPlaced placed() {
        return placed;
    }

    List<Tickets> wanted() {
        return placed.items().stream()
                .map(item -> new Tickets(item.ticketType(), item.quantity()))
                .toList();
    }

    List<TicketId> tickets() {
        return tickets;
    }

    void refuseUnlessCancellable() {
        if (status != OrderStatus.PENDING) {
            throw new Refused(NOT_CANCELLABLE);
        }
    }

    void cancel() {
        apply(new OrderCancelled(id));
    }

    void expire() {
        apply(new OrderExpired(id));
    }

    void fail() {
        apply(new OrderFailed(id));
    }

    void confirm(List<TicketId> issued) {
        apply(new OrderConfirmed(id, issued));
    }

    void refund() {
        apply(new OrderRefunded(id));
    }

    OrderDetails view() {
        return new OrderDetails(
                id,
                placed.gatheringId(),
                placed.items(),
                placed.amount(),
                placedAt,
                placed.expiresAt(),
                status,
                placed.paymentId(),
                getVersion());
    }

    @EventSourcingHandler
    void on(OrderEvent event, @Timestamp Instant at) {
        switch (event) {
            case OrderPlaced placing -> {
                id = placing.orderId();
                placed = placing;
                placedAt = at;
            }
            case OrderConfirmed confirmed -> {
                status = OrderStatus.CONFIRMED;
                tickets = confirmed.tickets();
            }
            case OrderFailed _ -> status = OrderStatus.FAILED;
            case OrderExpired _ -> status = OrderStatus.EXPIRED;
            case OrderCancelled _ -> status = OrderStatus.CANCELLED;
            case OrderRefunded _ -> status = OrderStatus.REFUNDED;
        }
    }
}
