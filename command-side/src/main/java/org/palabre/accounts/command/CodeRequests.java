package org.palabre.accounts.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.palabre.accounts.CodePurpose.PROOF;
import static org.palabre.accounts.CodePurpose.RESET;

import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.CodePurpose;
import org.palabre.deadlines.Deadlines;
import org.palabre.eventstore.MasterKey;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Somebody asks for a code. Whether the address has an account is looked up later, as a deadline, so that asking takes as
 * long for an address that has none.
 */
@Component
class CodeRequests {

    private static final String SEAL = "code-requests";

    /**
     * Issues a code and has it mailed, if the address has an account that can use it; for the platform itself only. Has no
     * answer.
     *
     * @param address sealed, since it waits in a table, in base64
     */
    record IssueCode(@RoutingKey CodePurpose purpose, String address) {}

    private final Names names;
    private final Accounts accounts;
    private final CodeMails mails;
    private final MasterKey master;
    private final Deadlines deadlines;
    private final Clock clock;

    CodeRequests(Names names, Accounts accounts, CodeMails mails, MasterKey master, Deadlines deadlines, Clock clock) {
        this.names = names;
        this.accounts = accounts;
        this.mails = mails;
        this.master = master;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    void add(CodePurpose purpose, String email) {
        var sealed = Base64.getEncoder().encodeToString(master.seal(SEAL, email.getBytes(UTF_8)));
        deadlines.schedule("code-request-" + UUID.randomUUID(), clock.instant(), new IssueCode(purpose, sealed));
    }

    @CommandHandler
    void handle(IssueCode command, Actor actor) {
        actor.mustBePlatform();
        var email = new String(master.open(SEAL, Base64.getDecoder().decode(command.address())), UTF_8);
        names.ownerOfEmail(email)
                .filter(account -> canUse(account, command.purpose()))
                .ifPresent(account -> mails.send(account, command.purpose(), email));
    }

    private boolean canUse(AccountId account, CodePurpose purpose) {
        return switch (purpose) {
            case PROOF -> !accounts.load(account).invoke(Account::proved);
            case RESET -> true;
        };
    }
}
