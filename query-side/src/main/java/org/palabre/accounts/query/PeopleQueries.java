package org.palabre.accounts.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.accounts.PersonView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who people are inside something else. Whoever is not known any more was erased. */
@Component
class PeopleQueries {

    private final JdbcClient jdbc;

    PeopleQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    People handle(FindPeople query) {
        var ids = query.accountIds();
        var known = jdbc
                .sql("select * from account where id = any(?)")
                .param(ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(AccountTables::person)
                .list()
                .stream()
                .collect(toMap(PersonView::id, identity()));
        return new People(ids.stream()
                .map(id -> known.getOrDefault(id, PersonView.erased(id)))
                .toList());
    }
}
