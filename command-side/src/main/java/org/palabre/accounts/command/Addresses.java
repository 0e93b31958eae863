package org.palabre.accounts.command;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.AddressOwner;
import org.palabre.accounts.Addressee;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Tells the platform how one writes to people. */
@Component
class Addresses {

    private final Accounts accounts;

    Addresses(Accounts accounts) {
        this.accounts = accounts;
    }

    @CommandHandler
    @Nullable
    Addressee handle(AddressOwner command, Actor actor) {
        actor.mustBePlatform();
        var account = accounts.loadErasedToo(command.accountId());
        return account.invoke(Account::erased) ? null : account.invoke(Account::addressee);
    }
}
