package org.palabre.accounts.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.palabre.accounts.AccountCommand;
import org.palabre.accounts.AccountCommand.ChangeRoles;
import org.palabre.accounts.AccountCommand.EraseAccount;
import org.palabre.accounts.AccountCommand.ReinstateAccount;
import org.palabre.accounts.AccountCommand.SuspendAccount;
import org.palabre.accounts.AccountCommand.VerifyIdentity;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins decide about the accounts of others. */
@RestController
class ModerationController {

    record Roles(@NotNull Set<@NotNull Role> roles) {}

    private final Commands commands;
    private final Standings standings;

    ModerationController(Commands commands, Standings standings) {
        this.commands = commands;
        this.standings = standings;
    }

    @PutMapping("/api/admin/users/{id}/roles")
    @Allow(Who.ADMIN)
    UserView changeRoles(@PathVariable AccountId id, @RequestBody @Valid Roles roles, @Me Actor.Account me) {
        return decided(new ChangeRoles(id, roles.roles()), me);
    }

    @PostMapping("/api/admin/users/{id}/verify")
    @Allow(Who.ADMIN)
    UserView verify(@PathVariable AccountId id, @Me Actor.Account me) {
        return decided(new VerifyIdentity(id), me);
    }

    @PostMapping("/api/admin/users/{id}/suspend")
    @Allow(Who.ADMIN)
    UserView suspend(@PathVariable AccountId id, @Me Actor.Account me) {
        return decided(new SuspendAccount(id), me);
    }

    @PostMapping("/api/admin/users/{id}/reinstate")
    @Allow(Who.ADMIN)
    UserView reinstate(@PathVariable AccountId id, @Me Actor.Account me) {
        return decided(new ReinstateAccount(id), me);
    }

    @PostMapping("/api/admin/users/{id}/erase")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void erase(@PathVariable AccountId id) {
        commands.send(new EraseAccount(id));
    }

    private UserView decided(AccountCommand command, Actor.Account me) {
        return standings.of(commands.send(command, UserView.class), new AccountId(me.id()));
    }
}
