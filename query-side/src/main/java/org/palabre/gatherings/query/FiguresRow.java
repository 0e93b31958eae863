package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.UUID;
import org.palabre.gatherings.GatheringId;
import org.palabre.projections.Row;

/** How a gathering does. */
class FiguresRow implements Row {

    GatheringId id;
    long viewsCount;

    /** Confirmed participations, and tickets not refunded. */
    int participantsCount;

    int ticketsSold;
    int checkedInCount;
    BigDecimal revenue = BigDecimal.ZERO;

    /** What the platform keeps of the revenue, not rounded. */
    BigDecimal commission = BigDecimal.ZERO;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private FiguresRow() {}

    FiguresRow(GatheringId id) {
        this.id = id;
    }

    void sold(SoldTicketRow ticket) {
        participantsCount++;
        ticketsSold++;
        revenue = revenue.add(ticket.price);
        commission = commission.add(ticket.commission);
    }

    void refunded(SoldTicketRow ticket) {
        participantsCount--;
        ticketsSold--;
        revenue = revenue.subtract(ticket.price);
        commission = commission.subtract(ticket.commission);
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
