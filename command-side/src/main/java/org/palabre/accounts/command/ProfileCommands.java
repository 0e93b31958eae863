package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.WRONG_PASSWORD;
import static org.palabre.handling.Precondition.met;

import org.axonframework.commandhandling.CommandHandler;
import org.palabre.accounts.AccountCommand.ChangePassword;
import org.palabre.accounts.AccountCommand.ChangeProfile;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/** Lets people change their own account. */
@Component
class ProfileCommands {

    private final Accounts accounts;
    private final Names names;
    private final PasswordHashes hashes;
    private final SecurityNotices notices;

    ProfileCommands(Accounts accounts, Names names, PasswordHashes hashes, SecurityNotices notices) {
        this.accounts = accounts;
        this.names = names;
        this.hashes = hashes;
        this.notices = notices;
    }

    @CommandHandler
    UserView handle(ChangeProfile command, Actor actor) {
        var account = met(accounts.own(command.accountId(), actor));
        var before = account.invoke(Account::view);
        names.changeUsername(before, command.username());
        names.changeTelephone(before, command.telephone());
        account.execute(it -> it.change(command));
        return account.invoke(Account::view);
    }

    @CommandHandler
    void handle(ChangePassword command, Actor actor) {
        var account = accounts.own(command.accountId(), actor);
        if (!hashes.is(command.accountId(), command.currentHash())) {
            throw Refused.field("current_password", WRONG_PASSWORD);
        }
        met(account);
        hashes.set(command.accountId(), command.passwordHash());
        account.execute(it -> it.changePassword(new SessionId(actor.account().session())));
        notices.passwordChanged(command.accountId());
    }
}
