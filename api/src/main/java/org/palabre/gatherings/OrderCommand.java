package org.palabre.gatherings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.payments.PaymentCommand.RequestPayment;
import org.palabre.payments.Provider;

/** What one may ask of an order, or what the platform asks of it once its money is known of. */
public sealed interface OrderCommand {

    OrderId orderId();

    /**
     * Holds seats and asks for their money. Answered by the {@link OrderQuery.OrderDetails}, or by the refusal.
     *
     * @param items each ticket type once
     * @param telephone whose wallet pays, E.164
     * @param commission the part of the money that the platform keeps, 0 to 1
     */
    record PlaceOrder(
            OrderId orderId,
            @RoutingKey GatheringId gatheringId,
            List<SeatBlockEvent.Tickets> items,
            Provider provider,
            String telephone,
            BigDecimal commission)
            implements OrderCommand {

        public PlaceOrder {
            items = List.copyOf(items);
        }

        /** Leaves the telephone out, so that no log holds it. */
        @Override
        public String toString() {
            return "PlaceOrder[%s, %s, %s]".formatted(orderId, gatheringId, items);
        }
    }

    /** The buyer's; without an answer, again too. */
    record CancelOrder(@RoutingKey OrderId orderId) implements OrderCommand {}

    /**
     * Asks for its money: the platform's own, answered by what is to be asked, if there is such an order.
     *
     * @param since when this was set
     */
    record AskForMoney(@RoutingKey OrderId orderId, RequestPayment request, Instant since) implements OrderCommand {}

    /** Its hold has ended: the platform's own. */
    record ExpireOrder(@RoutingKey OrderId orderId) implements OrderCommand {}

    /** Its money is there: the platform's own. */
    record ConfirmOrder(@RoutingKey OrderId orderId) implements OrderCommand {}

    /**
     * Its buyer is to be told of the tickets: the platform's own. Answered by {@link TicketsReady}, or by nothing when they
     * are of no use any more.
     *
     * @param version with which it had them
     * @param since when this was set
     */
    record TellTickets(@RoutingKey OrderId orderId, long version, Instant since) implements OrderCommand {}

    /** Its money will not come: the platform's own. */
    record FailOrder(@RoutingKey OrderId orderId) implements OrderCommand {}

    /** There is nothing to be had for it any more, so its money goes back: the platform's own. */
    record CallOffOrder(@RoutingKey OrderId orderId) implements OrderCommand {}

    /** Calls off every order of a gathering: the platform's own. */
    record CallOffOrders(@RoutingKey GatheringId gatheringId) {}
}
