package org.palabre.accounts.command;

import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindStanding;
import org.palabre.accounts.AccountQuery.Standing;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Adds to an account what it does not decide itself: who follows it, how much it did, whether it is there. */
@Component
class Standings {

    private final Queries queries;

    Standings(Queries queries) {
        this.queries = queries;
    }

    /** As its owner sees it. */
    UserView of(UserView user) {
        return of(user, user.id());
    }

    UserView of(UserView user, AccountId viewer) {
        return user.with(queries.answer(new FindStanding(user.id(), viewer), Standing.class));
    }
}
