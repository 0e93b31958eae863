package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.ParticipationEvent;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.ParticipationStatus;
import org.palabre.projections.Row;

/** What one account has to do with one gathering. */
class ParticipationRow implements Row {

    ParticipationId id;
    GatheringId gatheringId;
    AccountId accountId;
    boolean invited;

    /** {@code null} for whoever is not in. */
    @Nullable
    ParticipationStatus status;

    @Nullable
    Instant joinedAt;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private ParticipationRow() {}

    ParticipationRow(ParticipationEvent first) {
        id = first.participationId();
        gatheringId = first.gatheringId();
        accountId = first.accountId();
    }

    void join(ParticipationStatus as, Instant at) {
        status = as;
        joinedAt = at;
    }

    void leave() {
        status = null;
        joinedAt = null;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
