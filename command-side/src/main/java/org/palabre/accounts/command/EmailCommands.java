package org.palabre.accounts.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.CodePurpose;
import org.palabre.accounts.EmailCommand.Proof;
import org.palabre.accounts.EmailCommand.ProveEmail;
import org.palabre.accounts.EmailCommand.RequestProof;
import org.palabre.accounts.EmailCommand.RequestReset;
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
    private final CodeMails mails;
    private final PasswordHashes hashes;
    private final SecurityNotices notices;

    EmailCommands(
            Accounts accounts,
            Names names,
            Codes codes,
            CodeMails mails,
            PasswordHashes hashes,
            SecurityNotices notices) {
        this.accounts = accounts;
        this.names = names;
        this.codes = codes;
        this.mails = mails;
        this.hashes = hashes;
        this.notices = notices;
    }

    @CommandHandler
    Proof handle(ProveEmail command, @MetaDataValue(MessageKeys.REQUEST_ID) String request) {
        return names.ownerOfEmail(command.email())
                .map(accounts::load)
                .filter(_ -> codes.redeem(CodePurpose.PROOF, command.email(), command.code(), request))
                .map(account -> {
                    account.execute(Account::proveEmail);
                    return new Proof(account.invoke(Account::view));
                })
                .orElseGet(() -> new Proof(null));
    }

    @CommandHandler
    void handle(RequestProof command) {
        names.ownerOfEmail(command.email())
                .filter(accountId -> !accounts.load(accountId).invoke(Account::proved))
                .ifPresent(accountId -> mails.send(accountId, CodePurpose.PROOF, command.email()));
    }

    @CommandHandler
    void handle(RequestReset command) {
        names.ownerOfEmail(command.email())
                .ifPresent(accountId -> mails.send(accountId, CodePurpose.RESET, command.email()));
    }

    @CommandHandler
    boolean handle(ResetPassword command, @MetaDataValue(MessageKeys.REQUEST_ID) String request) {
        return names.ownerOfEmail(command.email())
                .filter(accountId -> reset(accountId, accounts.load(accountId), command, request))
                .isPresent();
    }

    /** The account is loaded before its code is locked, here as everywhere, so that no two wait for each other. */
    private boolean reset(AccountId id, Aggregate<Account> account, ResetPassword command, String request) {
        if (!codes.redeem(CodePurpose.RESET, command.email(), command.code(), request)) {
            return false;
        }
        hashes.set(id, command.passwordHash());
        account.execute(Account::resetPassword);
        notices.passwordChanged(id);
        return true;
    }
}
