package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.SELF_NOT_ALLOWED;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.FollowCommand;
import org.palabre.accounts.FollowCommand.Follow;
import org.palabre.accounts.FollowCommand.Unfollow;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Lets people follow each other. */
@Component
class FollowCommands {

    private final Repository<Following> followings;
    private final Accounts accounts;

    FollowCommands(Repository<Following> followings, Accounts accounts) {
        this.followings = followings;
        this.accounts = accounts;
    }

    @CommandHandler
    void handle(Follow command, Actor actor) throws Exception {
        requireTwo(command, actor);
        followings.loadOrCreate(command.followId().toString(), Following::new).execute(it -> it.follow(command));
    }

    @CommandHandler
    void handle(Unfollow command, Actor actor) throws Exception {
        requireTwo(command, actor);
        followings.loadOrCreate(command.followId().toString(), Following::new).execute(it -> it.unfollow(command));
    }

    private void requireTwo(FollowCommand command, Actor actor) {
        if (!actor.active().id().equals(command.follower().value())) {
            throw new Refused(Common.FORBIDDEN);
        }
        accounts.load(command.followed());
        if (command.follower().equals(command.followed())) {
            throw new Refused(SELF_NOT_ALLOWED);
        }
    }
}
