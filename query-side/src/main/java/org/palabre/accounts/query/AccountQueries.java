package org.palabre.accounts.query;

import static org.palabre.accounts.query.AccountTables.ACCOUNT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.AccountQuery.FindStanding;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.FindUsers;
import org.palabre.accounts.AccountQuery.Standing;
import org.palabre.accounts.AccountQuery.UserPage;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.SessionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who people are to themselves and to admins, and what they may do. */
@Component
class AccountQueries {

    private static final String WANTED = """
             where (cast(:status as text) is null or status = :status)
                and (cast(:role as text) is null or :role = any(roles))
                and search || ' ' || search_email
                    like all (select '%' || word || '%' from unnest(search_words(:search)) word)
            """;

    private final JdbcClient jdbc;

    AccountQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    Optional<UserView> handle(FindUser query) {
        return jdbc.sql(ACCOUNT + " where id = :viewer")
                .param("viewer", query.accountId().value())
                .query(AccountTables::user)
                .optional();
    }

    @QueryHandler
    UserPage handle(FindUsers query) {
        var count = wanted("select count(*) from account" + WANTED, query)
                .query(Long.class)
                .single();
        var rows = wanted(
                        ACCOUNT + WANTED + "order by " + order(query.ordering()) + " limit :size offset :offset", query)
                .param("viewer", query.viewer().value())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(AccountTables::user)
                .list();
        return new UserPage(count, rows);
    }

    @QueryHandler
    Optional<Access> handle(FindAccess query) {
        return jdbc.sql("""
                        select email_verified, roles from account
                        where id = ? and status <> 'SUSPENDED' and (? or exists (
                            select 1 from account_session session
                            where session.id = ? and session.account_id = account.id
                                and (session.era = account.era or session.id = account.spared_session)))
                        """)
                .params(
                        query.accountId().value(),
                        query.sessionId().equals(SessionId.elsewhere(query.accountId())),
                        query.sessionId().value())
                .query((row, _) -> new Access(row.getBoolean("email_verified"), Set.copyOf(AccountTables.roles(row))))
                .optional();
    }

    @QueryHandler
    Standing handle(FindStanding query) {
        return jdbc.sql(ACCOUNT + " where id = :account")
                .param("account", query.accountId().value())
                .param("viewer", query.viewer().value())
                .query(AccountTables::standing)
                .optional()
                .orElse(Standing.NEW);
    }

    private JdbcClient.StatementSpec wanted(String sql, FindUsers query) {
        return jdbc.sql(sql)
                .param("status", query.status().map(Enum::name).orElse(null))
                .param("role", query.role().map(Enum::name).orElse(null))
                .param("search", query.search());
    }

    private static String order(List<String> ordering) {
        var order = new StringBuilder();
        for (var field : ordering) {
            order.append(
                    switch (field) {
                        case "created_at" -> "created_at, ";
                        case "-created_at" -> "created_at desc, ";
                        case "last_login_at" -> "last_login_at nulls first, ";
                        case "-last_login_at" -> "last_login_at desc nulls last, ";
                        case "last_name" -> "lower(last_name), ";
                        case "-last_name" -> "lower(last_name) desc, ";
                        default -> throw new IllegalArgumentException("No ordering by " + field);
                    });
        }
        return order.append("created_at desc, id desc").toString();
    }
}
