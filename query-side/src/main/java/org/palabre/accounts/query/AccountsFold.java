package org.palabre.accounts.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
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
import org.palabre.projections.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens to accounts and sessions into their rows, one event after the other. */
class AccountsFold {

    private final Rows<AccountRow> accounts;
    private final Rows<SessionRow> sessions;

    AccountsFold(JdbcClient jdbc) {
        accounts = new Rows<>(jdbc, "account", AccountRow.class, AccountsFold::accountOf);
        sessions = new Rows<>(jdbc, "account_session", SessionRow.class, AccountsFold::sessionOf);
    }

    @EventHandler
    void on(AccountEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        switch (event) {
            case AccountRegistered registered -> accounts.add(new AccountRow(registered, at));
            case EmailProved _ -> {
                var account = account(event, sequence);
                account.emailVerified = true;
                account.status = AccountStatus.ACTIVE;
            }
            case RoleGranted granted -> account(event, sequence).roles.add(granted.role());
            case RoleRevoked revoked -> account(event, sequence).roles.remove(revoked.role());
            case AccountLoggedIn _ -> account(event, sequence).lastLoginAt = at;
        }
    }

    @EventHandler
    void on(SessionEvent event, @Timestamp Instant at) {
        switch (event) {
            case SessionStarted started -> sessions.add(new SessionRow(started, at));
            case SessionRenewed renewed -> sessions.get(renewed.sessionId().value()).lastUsedAt = renewed.grantedAt();
            case SessionEnded ended -> sessions.remove(ended.sessionId().value());
        }
    }

    private AccountRow account(AccountEvent event, long sequence) {
        var account = accounts.get(event.accountId().value());
        account.version = sequence;
        return account;
    }

    private static Optional<UUID> accountOf(Object event) {
        return event instanceof AccountEvent account
                ? Optional.of(account.accountId().value())
                : Optional.empty();
    }

    private static Optional<UUID> sessionOf(Object event) {
        return event instanceof SessionEvent session
                ? Optional.of(session.sessionId().value())
                : Optional.empty();
    }
}
