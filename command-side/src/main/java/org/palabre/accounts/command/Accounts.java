package org.palabre.accounts.command;

import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** The accounts that there are; an erased one is not found any more. */
@Component
class Accounts {

    private final Repository<Account> accounts;

    Accounts(Repository<Account> accounts) {
        this.accounts = accounts;
    }

    Aggregate<Account> add(Callable<Account> account) throws Exception {
        return accounts.newInstance(account);
    }

    Aggregate<Account> load(AccountId id) {
        var account = loadErasedToo(id);
        if (account.invoke(Account::erased)) {
            throw new Refused(Common.NOT_FOUND);
        }
        return account;
    }

    /** The account, if it is the actor's own. */
    Aggregate<Account> own(AccountId id, Actor actor) {
        if (!actor.account().id().equals(id.value())) {
            throw new Refused(Common.NOT_FOUND);
        }
        return load(id);
    }

    Aggregate<Account> loadErasedToo(AccountId id) {
        return accounts.load(id.toString());
    }
}
