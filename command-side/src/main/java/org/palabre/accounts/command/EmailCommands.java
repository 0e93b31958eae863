package org.palabre.accounts.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.CodePurpose;
import org.palabre.accounts.EmailCommand.Proof;
import org.palabre.accounts.EmailCommand.ProveEmail;
import org.palabre.accounts.EmailCommand.RequestProof;
import org.palabre.web.MessageKeys;
import org.springframework.stereotype.Component;

/** Proves e-mail addresses. What it answers never tells whether an address has an account. */
@Component
class EmailCommands {

    private final Repository<Account> accounts;
    private final Names names;
    private final Codes codes;
    private final CodeMails mails;

    EmailCommands(Repository<Account> accounts, Names names, Codes codes, CodeMails mails) {
        this.accounts = accounts;
        this.names = names;
        this.codes = codes;
        this.mails = mails;
    }

    @CommandHandler
    Proof handle(ProveEmail command, @MetaDataValue(MessageKeys.REQUEST_ID) String request) {
        return names.ownerOfEmail(command.email())
                .map(accountId -> prove(load(accountId), command, request))
                .orElseGet(() -> new Proof(null));
    }

    @CommandHandler
    void handle(RequestProof command) {
        names.ownerOfEmail(command.email())
                .filter(accountId -> !load(accountId).invoke(Account::proved))
                .ifPresent(accountId -> mails.send(accountId, CodePurpose.PROOF, command.email()));
    }

    /** The account is loaded before its code is locked, here as everywhere, so that no two wait for each other. */
    private Proof prove(Aggregate<Account> account, ProveEmail command, String request) {
        if (!codes.redeem(CodePurpose.PROOF, command.email(), command.code(), request)) {
            return new Proof(null);
        }
        account.execute(Account::proveEmail);
        return new Proof(account.invoke(Account::view));
    }

    private Aggregate<Account> load(AccountId accountId) {
        return accounts.load(accountId.toString());
    }
}
