package org.palabre.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies one account's following of another; it derives from the two. */
public record FollowId(@JsonValue UUID value) {

    @JsonCreator
    public FollowId {}

    public static FollowId of(AccountId follower, AccountId followed) {
        return new FollowId(Ids.derived("follow:" + follower, followed.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
