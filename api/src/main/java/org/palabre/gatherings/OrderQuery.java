package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.PersonView;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.shared.Money;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

/** What one may ask about orders and tickets, and the shapes of the answers. */
public sealed interface OrderQuery {

    /** Answered by an optional {@link StoredOrder}, to its buyer alone. */
    record FindOrder(OrderId orderId, AccountId buyer) implements OrderQuery {}

    /** Answered by an {@link OrderPage}, newest first. */
    record FindOrders(AccountId buyer, Page.Request page) implements OrderQuery {}

    record OrderPage(long count, List<StoredOrder> rows) implements Page<StoredOrder> {}

    /** A gathering that somebody wants to order for: answered by an optional {@link Orderable}, empty where the viewer may not know of it. */
    record FindOrderable(GatheringId gatheringId, GatheringQuery.Viewer viewer) implements OrderQuery {}

    /** What is shown of a gathering with its tickets: answered by an optional {@link TicketGathering}. */
    record FindTicketGathering(GatheringId gatheringId) implements OrderQuery {}

    /** Answered by a {@link TicketPage}, newest first. */
    record FindTickets(
            AccountId holder, Optional<GatheringId> gathering, Optional<TicketStatus> status, Page.Request page)
            implements OrderQuery {}

    /** Answered by an optional {@link StoredTicket}, to its holder alone. */
    record FindTicket(TicketId ticketId, AccountId holder) implements OrderQuery {}

    /** What a ticket's picture says: answered by an optional {@link Pass}, to its holder alone. */
    record FindPass(TicketId ticketId, AccountId holder) implements OrderQuery {}

    record TicketPage(long count, List<StoredTicket> rows) implements Page<StoredTicket> {}

    /**
     * What an order decides itself.
     *
     * @param version of the order
     */
    record OrderDetails(
            OrderId id,
            GatheringId gathering,
            List<OrderEvent.Item> items,
            Money amount,
            Instant createdAt,
            Instant expiresAt,
            OrderStatus status,
            PaymentId payment,
            long version) {

        public OrderDetails {
            items = List.copyOf(items);
        }
    }

    /** An order with its gathering. */
    record StoredOrder(OrderDetails order, OrderedGathering gathering) {}

    /** What a ticket decides itself; {@code checkedInAt} and {@code checkedInBy} come together. */
    record TicketDetails(
            TicketId id,
            GatheringId gathering,
            TicketTypeName ticketType,
            Money price,
            String code,
            TicketStatus status,
            Instant createdAt,
            @Nullable Instant checkedInAt,
            @Nullable AccountId checkedInBy,
            long version) {

        /** Shows the ticket only, so that no log holds its code. */
        @Override
        public String toString() {
            return "TicketDetails[" + id + "]";
        }
    }

    /** A ticket with its gathering. */
    record StoredTicket(TicketDetails ticket, TicketGathering gathering) {}

    /** A gathering, and whose it is. */
    record Orderable(OrderedGathering gathering, AccountId organiser) {}

    /** The gathering of an order. */
    record OrderedGathering(GatheringId id, String slug, String title) {}

    /** The gathering of a ticket. */
    record TicketGathering(GatheringId id, String slug, String title, Instant startsAt, Instant endsAt, String venue) {}

    record TicketTypeName(TicketTypeId id, String name) {}

    record ItemView(TicketTypeName ticketType, int quantity, Money price) {}

    record OrderView(
            OrderId id,
            OrderedGathering event,
            List<ItemView> items,
            Money amount,
            Instant createdAt,
            Instant expiresAt,
            OrderStatus status,
            PaymentStanding payment,
            long version)
            implements Versioned {

        public OrderView {
            items = List.copyOf(items);
        }

        /** What an order decides, what it is for, and how its payment stands. */
        public static OrderView of(OrderDetails order, OrderedGathering gathering, PaymentStanding payment) {
            return new OrderView(
                    order.id(),
                    gathering,
                    order.items().stream()
                            .map(item -> new ItemView(
                                    new TicketTypeName(item.ticketType(), item.name()), item.quantity(), item.price()))
                            .toList(),
                    order.amount(),
                    order.createdAt(),
                    order.expiresAt(),
                    order.status(),
                    payment,
                    order.version());
        }
    }

    /**
     * A ticket.
     *
     * @param code unguessable; whoever knows it can use the ticket
     */
    record TicketView(
            TicketId id,
            String code,
            TicketGathering event,
            TicketTypeName ticketType,
            Money price,
            TicketStatus status,
            Instant createdAt,
            @Nullable Instant checkedInAt,
            @Nullable PersonView checkedInBy,
            long version)
            implements Versioned {

        /** What a ticket decides, what it is for, and who let its holder in, if anybody did. */
        public static TicketView of(TicketDetails ticket, TicketGathering gathering, @Nullable PersonView checkedInBy) {
            return new TicketView(
                    ticket.id(),
                    ticket.code(),
                    gathering,
                    ticket.ticketType(),
                    ticket.price(),
                    ticket.status(),
                    ticket.createdAt(),
                    ticket.checkedInAt(),
                    checkedInBy,
                    ticket.version());
        }

        /** Shows the ticket only, so that no log holds its code. */
        @Override
        public String toString() {
            return "TicketView[" + id + "]";
        }
    }

    /**
     * What a ticket's picture says.
     *
     * @param signed can be verified without asking the platform
     */
    record Pass(StoredTicket stored, String signed) {

        /** Shows the ticket only, so that no log holds its code. */
        @Override
        public String toString() {
            return "Pass[" + stored.ticket().id() + "]";
        }
    }
}
