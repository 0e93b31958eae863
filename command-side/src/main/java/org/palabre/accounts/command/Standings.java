package org.palabre.accounts.command;

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

    UserView of(UserView user) {
        return user.with(queries.answer(new FindStanding(user.id()), Standing.class));
    }
}
