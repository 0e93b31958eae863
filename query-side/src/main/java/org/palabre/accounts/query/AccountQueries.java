package org.palabre.accounts.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.AccountQuery.FindStanding;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.FindUsers;
import org.palabre.accounts.AccountQuery.Standing;
import org.palabre.accounts.AccountQuery.UserPage;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who people are and what they may do. */
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
        return jdbc.sql("select * from account where id = ?")
                .param(query.accountId().value())
                .query(AccountQueries::user)
                .optional();
    }

    @QueryHandler
    UserPage handle(FindUsers query) {
        var status = query.status().map(Enum::name).orElse(null);
        var role = query.role().map(Enum::name).orElse(null);
        var count = jdbc.sql("select count(*) from account" + WANTED)
                .param("status", status)
                .param("role", role)
                .param("search", query.search())
                .query(Long.class)
                .single();
        var rows = jdbc.sql("select * from account" + WANTED + "order by " + order(query.ordering())
                        + " limit :size offset :offset")
                .param("status", status)
                .param("role", role)
                .param("search", query.search())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(AccountQueries::user)
                .list();
        return new UserPage(count, rows);
    }

    @QueryHandler
    Optional<Access> handle(FindAccess query) {
        return jdbc.sql("""
                        select email_verified, roles from account
                        where id = ? and (? or exists (
                            select 1 from account_session session
                            where session.id = ? and session.account_id = account.id))
                        """)
                .params(
                        query.accountId().value(),
                        query.sessionId().equals(SessionId.elsewhere(query.accountId())),
                        query.sessionId().value())
                .query((row, _) -> new Access(row.getBoolean("email_verified"), Set.copyOf(roles(row))))
                .optional();
    }

    @QueryHandler
    Standing handle(FindStanding query) {
        return jdbc.sql("""
                        select online, last_seen, followers_count, following_count, events_count
                        from account where id = ?
                        """)
                .param(query.accountId().value())
                .query((row, _) -> new Standing(
                        row.getBoolean("online"),
                        instantOrNull(row, "last_seen"),
                        row.getInt("followers_count"),
                        row.getInt("following_count"),
                        row.getInt("events_count")))
                .optional()
                .orElse(Standing.NEW);
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

    private static UserView user(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new UserView(
                new AccountId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("username"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("photo_url"),
                row.getBoolean("is_verified"),
                row.getString("bio"),
                row.getBoolean("online"),
                instantOrNull(row, "last_seen"),
                row.getInt("followers_count"),
                row.getInt("following_count"),
                row.getInt("events_count"),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("telephone"),
                row.getObject("date_of_birth", LocalDate.class),
                roles(row),
                AccountStatus.valueOf(row.getString("status")),
                instantOrNull(row, "last_login_at"),
                Objects.requireNonNull(instantOrNull(row, "created_at")),
                row.getLong("version"));
    }

    private static List<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .toList();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
