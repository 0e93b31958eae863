package org.palabre.accounts.query;

import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.sockets.StillGood;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** An account stays until its session ends, or it loses a role by which it may have been let in. */
@Component
class AccountStillGood implements StillGood {

    private final Queries queries;

    AccountStillGood(Queries queries) {
        this.queries = queries;
    }

    @Override
    public boolean stillGood(Actor actor) {
        return !(actor instanceof Actor.Account account)
                || queries.find(
                                new FindAccess(new AccountId(account.id()), new SessionId(account.session())),
                                Access.class)
                        .filter(access -> access.roles().containsAll(account.roles()))
                        .isPresent();
    }
}
