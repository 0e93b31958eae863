package org.palabre.accounts.command;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.SendCode;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountMail.OneTimeCode;
import org.palabre.accounts.CodePurpose;
import org.palabre.deadlines.Deadlines;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.springframework.stereotype.Component;

/** Has codes mailed, after the command that issued them has committed, and without storing them for the way. */
@Component
class CodeMails {

    private final Codes codes;
    private final Deadlines deadlines;
    private final Accounts accounts;
    private final Clock clock;

    CodeMails(Codes codes, Deadlines deadlines, Accounts accounts, Clock clock) {
        this.codes = codes;
        this.deadlines = deadlines;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Issues a code and has it mailed, unless it is too soon for another. */
    void send(AccountId accountId, CodePurpose purpose, String email) {
        codes.issue(purpose, email)
                .ifPresent(issuedAt -> deadlines.schedule(
                        "code-" + UUID.randomUUID(), clock.instant(), new SendCode(accountId, purpose, issuedAt)));
    }

    @CommandHandler
    @Nullable
    OneTimeCode handle(SendCode command, Actor actor) {
        actor.mustBePlatform();
        if (codes.outlived(command.issuedAt())) {
            return null;
        }
        // an account that is not there yet, or never will be, is asked for again until the code is of no use
        var account = accounts.loadErasedToo(command.accountId());
        var email = account.invoke(Account::email);
        return codes.find(command.purpose(), email, command.issuedAt())
                .map(code -> new OneTimeCode(
                        Ids.derived(
                                command.purpose() + " " + command.issuedAt(),
                                command.accountId().value()),
                        command.accountId(),
                        email,
                        account.invoke(Account::language),
                        command.purpose(),
                        code,
                        codes.life()))
                .orElse(null);
    }
}
