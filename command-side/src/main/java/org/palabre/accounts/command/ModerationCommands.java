package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.SELF_NOT_ALLOWED;
import static org.palabre.handling.Precondition.met;

import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.accounts.AccountCommand;
import org.palabre.accounts.AccountCommand.ChangeRoles;
import org.palabre.accounts.AccountCommand.ReinstateAccount;
import org.palabre.accounts.AccountCommand.SuspendAccount;
import org.palabre.accounts.AccountCommand.VerifyIdentity;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/** What admins decide about the accounts of others. */
@Component
class ModerationCommands {

    private final Accounts accounts;

    ModerationCommands(Accounts accounts) {
        this.accounts = accounts;
    }

    @CommandHandler
    UserView handle(ChangeRoles command, Actor actor) {
        var dropsOwn = isOneself(command, actor) && !command.roles().contains(Role.ADMIN);
        return change(command, actor, dropsOwn, account -> account.change(command.roles()));
    }

    @CommandHandler
    UserView handle(VerifyIdentity command, Actor actor) {
        return change(command, actor, false, Account::verifyIdentity);
    }

    @CommandHandler
    UserView handle(SuspendAccount command, Actor actor) {
        return change(command, actor, isOneself(command, actor), Account::suspend);
    }

    @CommandHandler
    UserView handle(ReinstateAccount command, Actor actor) {
        return change(command, actor, false, Account::reinstate);
    }

    private UserView change(AccountCommand command, Actor actor, boolean refusedToOneself, Consumer<Account> change) {
        actor.must(Role.ADMIN);
        var account = met(accounts.load(command.accountId()));
        if (refusedToOneself) {
            throw new Refused(SELF_NOT_ALLOWED);
        }
        account.execute(change);
        return account.invoke(Account::view);
    }

    private static boolean isOneself(AccountCommand command, Actor actor) {
        return actor.must(Role.ADMIN).id().equals(command.accountId().value());
    }
}
