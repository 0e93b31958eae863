package org.palabre.accounts.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.SessionEvent;
import org.palabre.accounts.SessionEvent.SessionEnded;
import org.palabre.accounts.SessionEvent.SessionRenewed;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.shared.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens to accounts and sessions into their tables, one event after the other. */
class AccountsFold {

    private final JdbcClient jdbc;

    AccountsFold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(AccountEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        switch (event) {
            case AccountRegistered registered -> register(registered, at);
            case EmailProved _ -> account(event, "email_verified = true, status = ?", AccountStatus.ACTIVE.name());
            case RoleGranted granted ->
                account(event, "roles = array_append(roles, ?)", granted.role().name());
            case RoleRevoked revoked ->
                account(event, "roles = array_remove(roles, ?)", revoked.role().name());
            case AccountLoggedIn _ -> account(event, "last_login_at = ?", utc(at));
        }
        account(event, "version = ?", sequence);
    }

    @EventHandler
    void on(SessionEvent event, @Timestamp Instant at) {
        switch (event) {
            case SessionStarted started -> start(started, at);
            case SessionRenewed renewed ->
                one(
                        "update account_session set last_used_at = ? where id = ?",
                        utc(renewed.grantedAt()),
                        renewed.sessionId().value());
            case SessionEnded ended ->
                one(
                        "delete from account_session where id = ?",
                        ended.sessionId().value());
        }
    }

    private void register(AccountRegistered registered, Instant at) {
        var names = String.join(
                " ",
                registered.firstName().orEmpty(),
                registered.lastName().orEmpty(),
                registered.username() == null ? "" : registered.username().orEmpty());
        jdbc.sql("""
                        insert into account (id, email, first_name, last_name, username, telephone,
                            search, search_email, created_at, version)
                        values (?, ?, ?, ?, ?, ?, lower(unaccent(?)), lower(unaccent(?)), ?, 0)
                        """)
                .param(registered.accountId().value())
                .param(registered.email().orEmpty())
                .param(registered.firstName().orEmpty())
                .param(registered.lastName().orEmpty())
                .param(text(registered.username()))
                .param(text(registered.telephone()))
                .param(names)
                .param(registered.email().orEmpty())
                .param(utc(at))
                .update();
    }

    private void start(SessionStarted started, Instant at) {
        jdbc.sql("""
                        insert into account_session (id, account_id, ip, user_agent, created_at, last_used_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(started.sessionId().value())
                .param(started.accountId().value())
                .param(started.ip().orEmpty())
                .param(text(started.userAgent()))
                .param(utc(at))
                .param(utc(started.grantedAt()))
                .update();
    }

    private void account(AccountEvent event, String change, Object... values) {
        var parameters = new ArrayList<>(List.of(values));
        parameters.add(event.accountId().value());
        one("update account set " + change + " where id = ?", parameters.toArray());
    }

    /** A row that is not there is a history that cannot be: better stop at the event than show something wrong. */
    private void one(String sql, Object... values) {
        var rows = jdbc.sql(sql).params(values).update();
        if (rows != 1) {
            throw new IllegalStateException(rows + " rows instead of one for " + sql);
        }
    }

    private static @Nullable String text(@Nullable Personal personal) {
        return personal == null ? null : personal.text();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
