package org.palabre.accounts.command;

import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.web.Existence;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

@Component
class AccountExistence implements Existence<AccountId> {

    private final Queries queries;

    AccountExistence(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Class<AccountId> id() {
        return AccountId.class;
    }

    @Override
    public boolean exists(AccountId id) {
        return queries.find(new FindUser(id), UserView.class).isPresent();
    }
}
