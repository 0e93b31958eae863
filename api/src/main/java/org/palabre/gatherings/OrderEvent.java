package org.palabre.gatherings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Money;

/** What has happened to an order. */
public sealed interface OrderEvent extends DomainEvent {

    OrderId orderId();

    /**
     * Seats are held, and wait for their money.
     *
     * @param amount the sum of the items
     * @param expiresAt until when they are held
     * @param commission the part of the money that the platform keeps, 0 to 1
     */
    record OrderPlaced(
            OrderId orderId,
            GatheringId gatheringId,
            AccountId buyer,
            List<Item> items,
            Money amount,
            PaymentId paymentId,
            Instant expiresAt,
            BigDecimal commission)
            implements OrderEvent {

        public OrderPlaced {
            items = List.copyOf(items);
        }

        @Override
        public Optional<UUID> person() {
            return Optional.of(buyer.value());
        }
    }

    /** The money is there, and so are the tickets. */
    record OrderConfirmed(OrderId orderId, List<TicketId> tickets) implements OrderEvent {

        public OrderConfirmed {
            tickets = List.copyOf(tickets);
        }
    }

    /** The money did not come; the seats went back. */
    record OrderFailed(OrderId orderId) implements OrderEvent {}

    /** The hold ended without money; the seats went back. */
    record OrderExpired(OrderId orderId) implements OrderEvent {}

    /** Nobody wants it any more; the seats went back. */
    record OrderCancelled(OrderId orderId) implements OrderEvent {}

    /** The money goes back, and so did the seats, if it had any. */
    record OrderRefunded(OrderId orderId) implements OrderEvent {}

    /**
     * Tickets of one type.
     *
     * @param name of the ticket type, when it was ordered
     * @param quantity 1 to 10
     * @param price of one
     */
    record Item(TicketTypeId ticketType, String name, int quantity, Money price) {}
}
