package org.palabre.accounts.command;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.palabre.accounts.CodePurpose;
import org.palabre.accounts.EmailCommand.Proof;
import org.palabre.accounts.EmailCommand.ProveEmail;
import org.palabre.accounts.EmailCommand.RequestProof;
import org.palabre.accounts.EmailCommand.RequestReset;
import org.palabre.accounts.EmailCommand.Reset;
import org.palabre.accounts.EmailCommand.ResetPassword;
import org.palabre.web.MessageKeys;
import org.springframework.stereotype.Component;

/**
 * Proves e-mail addresses, and lets those in who can read the mail but have lost the password. What it answers never
 * tells whether an address has an account.
 */
@Component
class EmailCommands {

    private final Accounts accounts;
    private final Names names;
    private final Codes codes;
    private final CodeRequests requests;
    private final PasswordHashes hashes;
    private final SecurityNotices notices;

    EmailCommands(
            Accounts accounts,
            Names names,
            Codes codes,
            CodeRequests requests,
            PasswordHashes hashes,
            SecurityNotices notices) {
        this.accounts = accounts;
        this.names = names;
        this.codes = codes;
        this.requests = requests;
        this.hashes = hashes;
        this.notices = notices;
    }

    @CommandHandler
    Proof handle(ProveEmail command, @MetaDataValue(MessageKeys.REQUEST_ID) String request) {
        return redeemed(CodePurpose.PROOF, command.email(), command.code(), request)
                .map(account -> {
                    account.execute(Account::proveEmail);
                    return new Proof(account.invoke(Account::view));
                })
                .orElseGet(() -> new Proof(null));
    }

    @CommandHandler
    void handle(RequestProof command) {
        requests.add(CodePurpose.PROOF, command.email());
    }

    @CommandHandler
    void handle(RequestReset command) {
        requests.add(CodePurpose.RESET, command.email());
    }

    @CommandHandler
    Reset handle(ResetPassword command, @MetaDataValue(MessageKeys.REQUEST_ID) String request) {
        var account = redeemed(CodePurpose.RESET, command.email(), command.code(), request);
        account.ifPresent(it -> {
            var id = it.invoke(Account::id);
            hashes.set(id, command.passwordHash());
            it.execute(Account::resetPassword);
            notices.passwordChanged(id);
        });
        return new Reset(account.isPresent());
    }

    /**
     * The account of the address, if the code is good. Only then is it looked for, so that a wrong one takes as long where
     * there is none; and it is loaded before its code is locked, here as everywhere, so that no two wait for each other.
     */
    private Optional<Aggregate<Account>> redeemed(CodePurpose purpose, String email, String code, String request) {
        if (!codes.isRight(purpose, email, code, request)) {
            return Optional.empty();
        }
        var account = names.ownerOfEmail(email).map(accounts::load);
        return codes.redeem(purpose, email, code, request) ? account : Optional.empty();
    }
}
