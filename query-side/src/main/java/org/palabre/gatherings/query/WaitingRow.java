package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.SeatBlockEvent.WaitingBegan;
import org.palabre.projections.Row;

/** Somebody's wait for a seat. */
class WaitingRow implements Row {

    ParticipationId id;
    GatheringId gatheringId;

    /** Those who came later have a higher one. */
    long number;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private WaitingRow() {}

    WaitingRow(WaitingBegan began, long number) {
        id = ParticipationId.of(began.gatheringId(), began.accountId());
        gatheringId = began.gatheringId();
        this.number = number;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
