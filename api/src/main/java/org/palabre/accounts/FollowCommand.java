package org.palabre.accounts;

import org.axonframework.commandhandling.RoutingKey;

/** What one may ask about following somebody; without an answer, and without effect when it is so already. */
public sealed interface FollowCommand {

    AccountId follower();

    AccountId followed();

    @RoutingKey
    default FollowId followId() {
        return FollowId.of(follower(), followed());
    }

    record Follow(AccountId follower, AccountId followed) implements FollowCommand {}

    record Unfollow(AccountId follower, AccountId followed) implements FollowCommand {}
}
