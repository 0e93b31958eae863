package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketStatus;
import org.palabre.projections.Row;

/** A ticket, as far as its gathering counts it. */
class SoldTicketRow implements Row {

    TicketId id;
    GatheringId gatheringId;
    AccountId holder;
    BigDecimal price;

    /** What the platform keeps of the price, not rounded. */
    BigDecimal commission;

    TicketStatus status;
    Instant issuedAt;

    @Nullable
    Instant refundedAt;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private SoldTicketRow() {}

    SoldTicketRow(TicketIssued issued, Instant at) {
        id = issued.ticketId();
        gatheringId = issued.gatheringId();
        holder = issued.holder();
        price = issued.price().amount();
        commission = price.multiply(issued.commission());
        status = TicketStatus.VALID;
        issuedAt = at;
    }

    void refund(Instant at) {
        status = TicketStatus.REFUNDED;
        refundedAt = at;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
