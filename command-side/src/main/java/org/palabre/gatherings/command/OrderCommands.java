package org.palabre.gatherings.command;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.palabre.handling.Precondition.met;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Deadlines;
import org.palabre.gatherings.OrderCommand.AskForMoney;
import org.palabre.gatherings.OrderCommand.CancelOrder;
import org.palabre.gatherings.OrderCommand.ExpireOrder;
import org.palabre.gatherings.OrderCommand.PlaceOrder;
import org.palabre.gatherings.OrderEvent.Item;
import org.palabre.gatherings.OrderEvent.OrderPlaced;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketType;
import org.palabre.payments.PaymentCommand.RequestPayment;
import org.palabre.payments.PaymentCommand.ReturnMoney;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.shared.Actor;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes orders: their seats are held from the moment that their money is asked for. */
@Component
class OrderCommands {

    private final Repository<Order> orders;
    private final Seats seats;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Duration hold;

    OrderCommands(
            Repository<Order> orders,
            Seats seats,
            Deadlines deadlines,
            Clock clock,
            @Value("${palabre.order-hold}") Duration hold) {
        this.orders = orders;
        this.seats = seats;
        this.deadlines = deadlines;
        this.clock = clock;
        this.hold = hold;
    }

    /**
     * Answers an order that comes too late with its refusal, and does not throw it: a unit of work that fails forgets the
     * aggregates that it has loaded, and in a rush most orders come too late. Any other refusal is thrown, since what is
     * answered is what an idempotency key answers from then on.
     */
    @CommandHandler
    Object handle(PlaceOrder command, Actor actor) throws Exception {
        var buyer = new AccountId(actor.active().id());
        List<TicketType> terms;
        try {
            terms = seats.take(command.gatheringId(), command.orderId(), command.items());
        } catch (Refused refused) {
            if (refused.refusal().kind() != Kind.CONFLICT) {
                throw refused;
            }
            return refused.refusal();
        }
        return place(command, buyer, terms);
    }

    private OrderDetails place(PlaceOrder command, AccountId buyer, List<TicketType> terms) throws Exception {
        var order = placed(command, buyer, terms);
        deadlines.schedule(
                "ask-for-money-" + order.orderId(),
                clock.instant(),
                new AskForMoney(order.orderId(), requested(order, command), clock.instant()));
        deadlines.schedule("expire-order-" + order.orderId(), order.expiresAt(), new ExpireOrder(order.orderId()));
        return orders.newInstance(() -> new Order(order)).invoke(Order::view);
    }

    @CommandHandler
    void handle(CancelOrder command, Actor actor) {
        var buyer = new AccountId(actor.active().id());
        var order = orders.load(command.orderId().toString());
        order.execute(it -> it.mustBelongTo(buyer));
        if (met(order).invoke(Order::status) == OrderStatus.CANCELLED) {
            return;
        }
        order.execute(Order::refuseUnlessCancellable);
        order.execute(Order::cancel);
        seats.giveBack(order.invoke(Order::gathering), command.orderId(), order.invoke(Order::wanted));
        var payment = order.invoke(Order::payment);
        deadlines.schedule("return-money-" + payment, clock.instant(), new ReturnMoney(payment));
    }

    private OrderPlaced placed(PlaceOrder command, AccountId buyer, List<TicketType> terms) {
        var types = terms.stream().collect(toMap(TicketType::id, identity()));
        var items = command.items().stream()
                .map(wanted -> item(wanted, Objects.requireNonNull(types.get(wanted.ticketType()))))
                .toList();
        return new OrderPlaced(
                command.orderId(),
                command.gatheringId(),
                buyer,
                items,
                items.stream()
                        .map(item -> item.price().times(item.quantity()))
                        .reduce(Money::plus)
                        .orElseThrow(),
                PaymentId.next(),
                clock.instant().plus(hold),
                command.commission());
    }

    private static Item item(Tickets wanted, TicketType type) {
        return new Item(type.id(), type.name(), wanted.quantity(), type.price());
    }

    private static RequestPayment requested(OrderPlaced order, PlaceOrder command) {
        return new RequestPayment(
                order.paymentId(),
                order.buyer(),
                PaymentPurpose.ORDER,
                order.orderId().value(),
                order.amount(),
                command.provider(),
                Personal.of(order.buyer().value(), command.telephone()),
                order.expiresAt());
    }
}
