package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketUsed;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketStatus;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.projections.Row;

/** A ticket as it is kept. */
class TicketRow implements Row {

    TicketId id;
    GatheringId gatheringId;
    AccountId holder;
    TicketTypeId ticketType;
    String ticketTypeName;
    BigDecimal price;
    String currency;
    String code;
    String pass;
    TicketStatus status;
    Instant issuedAt;

    @Nullable
    Instant checkedInAt;

    @Nullable
    AccountId checkedInBy;

    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private TicketRow() {}

    TicketRow(TicketIssued issued, Instant at) {
        id = issued.ticketId();
        gatheringId = issued.gatheringId();
        holder = issued.holder();
        ticketType = issued.ticketType();
        ticketTypeName = issued.ticketTypeName();
        price = issued.price().amount();
        currency = issued.price().currency();
        code = issued.code().orEmpty();
        pass = issued.pass().orEmpty();
        status = TicketStatus.VALID;
        issuedAt = at;
    }

    void use(TicketUsed used, Instant at) {
        status = TicketStatus.USED;
        checkedInAt = at;
        checkedInBy = used.checkedInBy();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
