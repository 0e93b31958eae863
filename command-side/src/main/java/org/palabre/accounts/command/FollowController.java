package org.palabre.accounts.command;

import org.palabre.accounts.AccountId;
import org.palabre.accounts.FollowCommand.Follow;
import org.palabre.accounts.FollowCommand.Unfollow;
import org.palabre.shared.Actor;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people follow each other. */
@RestController
class FollowController {

    private final Commands commands;

    FollowController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/users/{id}/follow")
    @Allow(Who.ACTIVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@PathVariable AccountId id, @Me Actor.Account me) {
        commands.send(new Follow(new AccountId(me.id()), id));
    }

    @DeleteMapping("/api/users/{id}/follow")
    @Allow(Who.ACTIVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@PathVariable AccountId id, @Me Actor.Account me) {
        commands.send(new Unfollow(new AccountId(me.id()), id));
    }
}
