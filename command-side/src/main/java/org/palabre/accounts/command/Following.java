package org.palabre.accounts.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.accounts.FollowCommand;
import org.palabre.accounts.FollowEvent;
import org.palabre.accounts.FollowEvent.Followed;
import org.palabre.accounts.FollowEvent.Unfollowed;
import org.palabre.accounts.FollowId;

/** Whether one account follows another. */
@Aggregate
class Following {

    @AggregateIdentifier
    private FollowId id;

    private boolean follows;

    Following() {}

    void follow(FollowCommand command) {
        if (!follows) {
            apply(new Followed(command.followId(), command.follower(), command.followed()));
        }
    }

    void unfollow(FollowCommand command) {
        if (follows) {
            apply(new Unfollowed(id, command.follower(), command.followed()));
        }
    }

    @EventSourcingHandler
    void on(FollowEvent event) {
        id = event.followId();
        follows = switch (event) {
            case Followed _ -> true;
            case Unfollowed _ -> false;
        };
    }
}
