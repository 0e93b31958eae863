package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Ids;

/** Identifies what one account has to do with one gathering; it derives from the two. */
public record ParticipationId(@JsonValue UUID value) {

    @JsonCreator
    public ParticipationId {}

    public static ParticipationId of(GatheringId gatheringId, AccountId accountId) {
        return new ParticipationId(Ids.derived("participation:" + gatheringId, accountId.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
