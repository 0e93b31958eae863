package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.PersonView;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.shared.Money;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

/** What one may ask about orders and tickets, and the shapes of the answers. */
public sealed interface OrderQuery {

    /** Answered by an optional {@link OrderView}, to its buyer alone. */
    record FindOrder(OrderId orderId, AccountId buyer) implements OrderQuery {}

    /** Answered by a {@link TicketPage}, newest first. */
    record FindTickets(
            AccountId holder, Optional<GatheringId> gathering, Optional<TicketStatus> status, Page.Request page)
            implements OrderQuery {}

    /** Answered by an optional {@link TicketView}, to its holder alone. */
    record FindTicket(TicketId ticketId, AccountId holder) implements OrderQuery {}

    /** What a ticket's picture says: answered by an optional {@link Pass}, to its holder alone. */
    record FindPass(TicketId ticketId, AccountId holder) implements OrderQuery {}

    record TicketPage(long count, List<TicketView> rows) implements Page<TicketView> {}

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
    record Pass(TicketView ticket, String signed) {

        /** Shows the ticket only, so that no log holds its code. */
        @Override
        public String toString() {
            return "Pass[" + ticket.id() + "]";
        }
    }
}
