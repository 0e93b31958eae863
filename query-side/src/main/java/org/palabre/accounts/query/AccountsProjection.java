package org.palabre.accounts.query;

import java.util.Set;
import javax.sql.DataSource;
import org.palabre.projections.Generation;
import org.palabre.projections.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of accounts and their sessions. */
@Component
class AccountsProjection implements Projection {

    private final JdbcClient jdbc;

    AccountsProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Account", "Session", "Following");
    }

    @Override
    public String tables() {
        return "/projections/accounts.sql";
    }

    @Override
    public Object fold(Generation generation) {
        return new AccountsFold(jdbc);
    }
}
