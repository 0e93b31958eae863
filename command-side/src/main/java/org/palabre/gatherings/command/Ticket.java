package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.palabre.gatherings.GatheringRefusal.TICKET_REFUNDED;

import java.time.Instant;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderQuery.TicketDetails;
import org.palabre.gatherings.OrderQuery.TicketTypeName;
import org.palabre.gatherings.TicketEvent;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketRefunded;
import org.palabre.gatherings.TicketEvent.TicketUsed;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketStatus;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** A seat that was paid for; it lets one person in, once. */
@Aggregate
class Ticket {

    @AggregateIdentifier
    private TicketId id;

    private TicketIssued issued;
    private Instant issuedAt;
    private TicketStatus status = TicketStatus.VALID;
    private @Nullable Instant checkedInAt;
    private @Nullable AccountId checkedInBy;

    @SuppressWarnings("NullAway.Init") // its first event makes it what it is
    Ticket() {}

    @SuppressWarnings("NullAway.Init")
    Ticket(TicketIssued issuing) {
        apply(issuing);
    }

    /** At the door of another gathering nobody knows of it. */
    void mustBeFor(GatheringId gatheringId) {
        if (!issued.gatheringId().equals(gatheringId)) {
            throw new Refused(Common.NOT_FOUND);
        }
    }

    /** Lets its holder in, and says whether this was the first time. */
    boolean checkIn(AccountId by) {
        return switch (status) {
            case VALID -> {
                apply(new TicketUsed(id, by));
                yield true;
            }
            case USED -> false;
            case REFUNDED -> throw new Refused(TICKET_REFUNDED);
        };
    }

    void refund() {
        if (status != TicketStatus.REFUNDED) {
            apply(new TicketRefunded(id));
        }
    }

    TicketDetails view() {
        return new TicketDetails(
                id,
                issued.gatheringId(),
                new TicketTypeName(issued.ticketType(), issued.ticketTypeName()),
                issued.price(),
                issued.code().orEmpty(),
                status,
                issuedAt,
                checkedInAt,
                checkedInBy,
                getVersion());
    }

    @EventSourcingHandler
    void on(TicketEvent event, @Timestamp Instant at) {
        switch (event) {
            case TicketIssued issuing -> {
                id = issuing.ticketId();
                issued = issuing;
                issuedAt = at;
            }
            case TicketUsed used -> {
                status = TicketStatus.USED;
                checkedInAt = at;
                checkedInBy = used.checkedInBy();
            }
            case TicketRefunded _ -> status = TicketStatus.REFUNDED;
        }
    }
}
