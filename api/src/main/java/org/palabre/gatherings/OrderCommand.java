package org.palabre.gatherings;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.payments.PaymentId;
import org.palabre.payments.Provider;

/** What one may ask of an order, or what the platform asks of it once its money is known of. */
public sealed interface OrderCommand {

    OrderId orderId();

    /**
     * Holds seats and asks for their money. Answered by the {@link OrderQuery.OrderView}.
     *
     * @param items each ticket type once
     * @param telephone whose wallet pays, E.164
     */
    record PlaceOrder(
            OrderId orderId,
            @RoutingKey GatheringId gatheringId,
            List<SeatBlockEvent.Tickets> items,
            Provider provider,
            String telephone)
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

    /** Its hold has ended: the platform's own. */
    record ExpireOrder(@RoutingKey OrderId orderId) implements OrderCommand {}

    /** Its money is there: the platform's own. */
    record ConfirmOrder(@RoutingKey OrderId orderId, PaymentId paymentId) implements OrderCommand {}

    /** Its money will not come: the platform's own. */
    record FailOrder(@RoutingKey OrderId orderId, PaymentId paymentId) implements OrderCommand {}

    /** Its money goes back, and its tickets are good for nothing any more: the platform's own. */
    record RefundOrder(@RoutingKey OrderId orderId) implements OrderCommand {}
}
