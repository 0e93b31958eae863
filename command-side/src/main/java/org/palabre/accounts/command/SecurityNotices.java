package org.palabre.accounts.command;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.TellPasswordChanged;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountMail.PasswordNotice;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Patience;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.springframework.stereotype.Component;

/** Tells people what was done with their accounts, so that they find out if it was somebody else. */
@Component
class SecurityNotices {

    private final Deadlines deadlines;
    private final Accounts accounts;
    private final Patience patience;
    private final Clock clock;

    SecurityNotices(Deadlines deadlines, Accounts accounts, Patience patience, Clock clock) {
        this.deadlines = deadlines;
        this.accounts = accounts;
        this.patience = patience;
        this.clock = clock;
    }

    /** Has the owner told, once the transaction that changes the password has committed. */
    void passwordChanged(AccountId accountId) {
        var now = clock.instant();
        deadlines.schedule("password-changed-" + UUID.randomUUID(), now, new TellPasswordChanged(accountId, now));
    }

    @CommandHandler
    @Nullable
    PasswordNotice handle(TellPasswordChanged command, Actor actor) {
        actor.mustBePlatform();
        if (patience.isTooLateToTell(command.changedAt())) {
            return null;
        }
        var account = accounts.loadErasedToo(command.accountId());
        return account.invoke(Account::erased)
                ? null
                : new PasswordNotice(
                        Ids.derived(
                                "password changed " + command.changedAt(),
                                command.accountId().value()),
                        command.accountId(),
                        account.invoke(Account::email),
                        account.invoke(Account::language),
                        command.changedAt());
    }
}
