package org.palabre.gatherings;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;

/** What has happened to a ticket. */
public sealed interface TicketEvent extends DomainEvent {

    TicketId ticketId();

    /**
     * A seat was paid for.
     *
     * @param commission the part of the price that the platform keeps, 0 to 1
     * @param code what its holder shows; whoever knows it can use the ticket
     * @param pass the code in a form that can be verified without asking, signed by the platform
     */
    record TicketIssued(
            TicketId ticketId,
            OrderId orderId,
            GatheringId gatheringId,
            AccountId holder,
            TicketTypeId ticketType,
            String ticketTypeName,
            Money price,
            BigDecimal commission,
            Personal code,
            Personal pass)
            implements TicketEvent {

        @Override
        public Optional<UUID> person() {
            return Optional.of(holder.value());
        }
    }

    /** Its holder was let in. */
    record TicketUsed(TicketId ticketId, AccountId checkedInBy) implements TicketEvent {}

    record TicketRefunded(TicketId ticketId) implements TicketEvent {}
}
