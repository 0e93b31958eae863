package org.palabre.accounts.command;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.web.Existence;
import org.springframework.stereotype.Component;

@Component
class AccountExistence implements Existence<AccountId> {

    private final QueryGateway queries;

    AccountExistence(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public Class<AccountId> id() {
        return AccountId.class;
    }

    @Override
    public boolean exists(AccountId id) {
        return queries.query(new FindUser(id), ResponseTypes.optionalInstanceOf(UserView.class))
                .join()
                .isPresent();
    }
}
