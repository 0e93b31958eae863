package org.palabre.accounts.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountQuery.FindSessions;
import org.palabre.accounts.AccountQuery.SessionPage;
import org.palabre.accounts.AccountQuery.SessionView;
import org.palabre.accounts.SessionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers where people are logged in. */
@Component
class SessionQueries {

    /** How long the refresh token of a session lives that is not used. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final String ALIVE = """
             from account_session session join account on account.id = session.account_id
            where account.id = :account and session.last_used_at > :since
                and (session.era = account.era or session.id = account.spared_session)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @QueryHandler
    SessionPage handle(FindSessions query) {
        var count = alive("select count(*)", "", query).query(Long.class).single();
        var rows = alive(
                        "select session.*",
                        "order by session.created_at desc, session.id desc limit :size offset :offset",
                        query)
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query((row, _) -> session(row, query.current()))
                .list();
        return new SessionPage(count, rows);
    }

    private JdbcClient.StatementSpec alive(String what, String order, FindSessions query) {
        return jdbc.sql(what + ALIVE + order)
                .param("account", query.accountId().value())
                .param("since", Timestamp.from(clock.instant().minus(LIFE)));
    }

    private static SessionView session(ResultSet row, SessionId current) throws SQLException {
        var id = new SessionId(Objects.requireNonNull(row.getObject("id", UUID.class)));
        return new SessionView(
                id,
                AccountTables.instant(row, "created_at"),
                AccountTables.instant(row, "last_used_at"),
                row.getString("ip"),
                row.getString("user_agent"),
                id.equals(current));
    }
}
