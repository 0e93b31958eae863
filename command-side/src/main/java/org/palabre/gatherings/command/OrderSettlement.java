package org.palabre.gatherings.command;

import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Patience;
import org.palabre.gatherings.GatheringEvent.GatheringCancelled;
import org.palabre.gatherings.OrderCommand.AskForMoney;
import org.palabre.gatherings.OrderCommand.CallOffOrder;
import org.palabre.gatherings.OrderCommand.CallOffOrders;
import org.palabre.gatherings.OrderCommand.ConfirmOrder;
import org.palabre.gatherings.OrderCommand.ExpireOrder;
import org.palabre.gatherings.OrderCommand.FailOrder;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderStatus;
import org.palabre.payments.PaymentCommand.RequestPayment;
import org.palabre.payments.PaymentCommand.ReturnMoney;
import org.palabre.payments.PaymentEvent.PaymentFailed;
import org.palabre.payments.PaymentEvent.PaymentSucceeded;
import org.palabre.payments.PaymentEvent.RefundBegan;
import org.palabre.payments.PaymentPurpose;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/**
 * Brings every order to its end: money becomes tickets, or goes back. What happens elsewhere comes here by deadlines, each
 * set together with what caused it, so that nothing is lost on the way; and whatever comes twice, late or in another order
 * finds the order in a state that says what is still to be done.
 */
@Component
class OrderSettlement {

    private final Repository<Order> orders;
    private final Seats seats;
    private final TicketOffice tickets;
    private final StoredSeats storedSeats;
    private final Deadlines deadlines;
    private final Patience patience;
    private final Clock clock;

    OrderSettlement(
            Repository<Order> orders,
            Seats seats,
            TicketOffice tickets,
            StoredSeats storedSeats,
            Deadlines deadlines,
            Patience patience,
            Clock clock) {
        this.orders = orders;
        this.seats = seats;
        this.tickets = tickets;
        this.storedSeats = storedSeats;
        this.deadlines = deadlines;
        this.patience = patience;
        this.clock = clock;
    }

    @EventHandler
    void on(PaymentSucceeded event) {
        if (event.purpose() == PaymentPurpose.ORDER) {
            var order = new OrderId(event.purchase());
            deadlines.schedule("confirm-order-" + order, clock.instant(), new ConfirmOrder(order));
        }
    }

    @EventHandler
    void on(PaymentFailed event) {
        if (event.purpose() == PaymentPurpose.ORDER) {
            var order = new OrderId(event.purchase());
            deadlines.schedule("fail-order-" + order, clock.instant(), new FailOrder(order));
        }
    }

    @EventHandler
    void on(RefundBegan event) {
        if (event.purpose() == PaymentPurpose.ORDER) {
            callOff(new OrderId(event.purchase()));
        }
    }

    @EventHandler
    void on(GatheringCancelled event) {
        deadlines.schedule(
                "call-off-orders-" + event.gatheringId(), clock.instant(), new CallOffOrders(event.gatheringId()));
    }

    /** Nobody is asked for money for an order that was lost on its way into the history. */
    @CommandHandler
    @Nullable
    RequestPayment handle(AskForMoney command, Actor actor) {
        actor.mustBePlatform();
        if (find(command.orderId()).isEmpty()) {
            patience.waitForCause(command.since());
            return null;
        }
        return command.request();
    }

    @CommandHandler
    void handle(ExpireOrder command, Actor actor) {
        actor.mustBePlatform();
        find(command.orderId())
                .filter(order -> order.invoke(Order::status) == OrderStatus.PENDING)
                .ifPresent(order -> {
                    giveSeatsBack(order, command.orderId());
                    order.execute(Order::expire);
                });
    }

    @CommandHandler
    void handle(FailOrder command, Actor actor) {
        actor.mustBePlatform();
        var order = orders.load(command.orderId().toString());
        if (order.invoke(Order::status) == OrderStatus.PENDING) {
            giveSeatsBack(order, command.orderId());
            order.execute(Order::fail);
        }
    }

    @CommandHandler
    void handle(ConfirmOrder command, Actor actor) throws Exception {
        actor.mustBePlatform();
        var order = orders.load(command.orderId().toString());
        switch (order.invoke(Order::status)) {
            case PENDING -> confirm(order);
            case EXPIRED -> {
                if (seatsAreLeft(order, command.orderId())) {
                    confirm(order);
                } else {
                    order.execute(Order::refund);
                    returnMoney(order);
                }
            }
            case FAILED, CANCELLED, REFUNDED -> returnMoney(order);
            case CONFIRMED -> {}
        }
    }

    @CommandHandler
    void handle(CallOffOrder command, Actor actor) {
        actor.mustBePlatform();
        var order = orders.load(command.orderId().toString());
        switch (order.invoke(Order::status)) {
            case CONFIRMED -> {
                giveSeatsBack(order, command.orderId());
                tickets.refund(order.invoke(Order::tickets));
                order.execute(Order::refund);
                returnMoney(order);
            }
            case PENDING -> {
                giveSeatsBack(order, command.orderId());
                order.execute(Order::cancel);
                returnMoney(order);
            }
            // money that comes late, or has and goes back already, takes no seats any more
            case EXPIRED -> {
                order.execute(Order::cancel);
                returnMoney(order);
            }
            case FAILED, CANCELLED, REFUNDED -> {}
        }
    }

    @CommandHandler
    void handle(CallOffOrders command, Actor actor) {
        actor.mustBePlatform();
        storedSeats.ordersWithSeats(command.gatheringId()).forEach(this::callOff);
    }

    private Optional<Aggregate<Order>> find(OrderId orderId) {
        try {
            return Optional.of(orders.load(orderId.toString()));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }

    private void callOff(OrderId orderId) {
        deadlines.schedule("call-off-order-" + orderId, clock.instant(), new CallOffOrder(orderId));
    }

    private void confirm(Aggregate<Order> order) throws Exception {
        var issued = tickets.issue(order.invoke(Order::placed));
        order.execute(it -> it.confirm(issued));
    }

    /** Takes seats once more for money that came late; whatever speaks against it, the money can go back. */
    private boolean seatsAreLeft(Aggregate<Order> order, OrderId orderId) {
        try {
            seats.take(order.invoke(Order::gathering), orderId, order.invoke(Order::wanted));
            return true;
        } catch (Refused refused) {
            if (refused.is(Common.CONFLICT)) {
                throw refused;
            }
            return false;
        }
    }

    private void giveSeatsBack(Aggregate<Order> order, OrderId orderId) {
        seats.giveBack(order.invoke(Order::gathering), orderId, order.invoke(Order::wanted));
    }

    private void returnMoney(Aggregate<Order> order) {
        var payment = order.invoke(Order::payment);
        deadlines.schedule("return-money-" + payment, clock.instant(), new ReturnMoney(payment));
    }
}
