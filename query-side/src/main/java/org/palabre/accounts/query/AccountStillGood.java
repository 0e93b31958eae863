package org.palabre.accounts.query;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.sockets.StillGood;
import org.springframework.stereotype.Component;

/** An account stays until its session ends, or it loses a role by which it may have been let in. */
@Component
class AccountStillGood implements StillGood {

    private final QueryGateway queries;

    AccountStillGood(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public boolean stillGood(Actor actor) {
        return !(actor instanceof Actor.Account account)
                || queries.query(
                                new FindAccess(new AccountId(account.id()), new SessionId(account.session())),
                                ResponseTypes.optionalInstanceOf(Access.class))
                        .join()
                        .filter(access -> access.roles().containsAll(account.roles()))
                        .isPresent();
    }
}
