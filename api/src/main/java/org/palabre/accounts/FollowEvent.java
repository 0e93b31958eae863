package org.palabre.accounts;

import java.util.Optional;
import java.util.UUID;
import org.palabre.shared.DomainEvent;

/** What has happened between somebody and whom they follow. */
public sealed interface FollowEvent extends DomainEvent {

    FollowId followId();

    AccountId follower();

    AccountId followed();

    @Override
    default Optional<UUID> person() {
        return Optional.of(follower().value());
    }

    record Followed(FollowId followId, AccountId follower, AccountId followed) implements FollowEvent {}

    record Unfollowed(FollowId followId, AccountId follower, AccountId followed) implements FollowEvent {}
}
