package org.palabre.accounts.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.FollowEvent.Followed;
import org.palabre.accounts.FollowId;
import org.palabre.projections.Row;

/** One account's following of another. */
class FollowRow implements Row {

    FollowId id;
    AccountId follower;
    AccountId followed;
    Instant since;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private FollowRow() {}

    FollowRow(Followed event, Instant at) {
        id = event.followId();
        follower = event.follower();
        followed = event.followed();
        since = at;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
