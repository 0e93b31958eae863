package org.palabre.accounts.query;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.accounts.AccountEvent.AccountImported;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.AccountReinstated;
import org.palabre.accounts.AccountEvent.AccountSuspended;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.IdentityVerified;
import org.palabre.accounts.AccountEvent.PasswordChanged;
import org.palabre.accounts.AccountEvent.PasswordReset;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.palabre.accounts.AccountEvent.PhotoChanged;
import org.palabre.accounts.AccountEvent.PhotoRemoved;
import org.palabre.accounts.AccountEvent.ProfileChanged;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.FollowEvent;
import org.palabre.accounts.FollowEvent.Followed;
import org.palabre.accounts.FollowEvent.Unfollowed;
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
    private final Rows<FollowRow> follows;

    AccountsFold(JdbcClient jdbc) {
        accounts = new Rows<>(jdbc, "account", AccountRow.class, AccountsFold::accountOf);
        sessions = new Rows<>(jdbc, "account_session", SessionRow.class, AccountsFold::sessionOf);
        follows = new Rows<>(jdbc, "follow", FollowRow.class, AccountsFold::followOf);
    }

    @EventHandler
    void on(AccountEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        switch (event) {
            case AccountRegistered registered -> accounts.add(new AccountRow(registered, at));
            case AccountImported imported -> {
                var account = account(event, sequence);
                account.createdAt = Objects.requireNonNullElse(imported.joinedAt(), account.createdAt);
                account.lastLoginAt = imported.lastLoginAt();
            }
            case EmailProved _ -> {
                var account = account(event, sequence);
                account.emailVerified = true;
                if (account.status == AccountStatus.UNVERIFIED) {
                    account.status = AccountStatus.ACTIVE;
                }
            }
            case RoleGranted granted -> account(event, sequence).roles.add(granted.role());
            case RoleRevoked revoked -> account(event, sequence).roles.remove(revoked.role());
            case AccountLoggedIn _ -> account(event, sequence).lastLoginAt = at;
            case ProfileChanged changed -> account(event, sequence).change(changed);
            case PhotoChanged changed -> account(event, sequence).photo = changed.photo();
            case PhotoRemoved _ -> account(event, sequence).photo = null;
            case PasswordChanged changed -> account(event, sequence).endSessions(changed.spared());
            case PasswordReset _ -> account(event, sequence).endSessions(null);
            case IdentityVerified _ -> account(event, sequence).isVerified = true;
            case AccountSuspended _ -> {
                var account = account(event, sequence);
                account.status = AccountStatus.SUSPENDED;
                account.endSessions(null);
            }
            case AccountReinstated _ -> {
                var account = account(event, sequence);
                account.status = account.emailVerified ? AccountStatus.ACTIVE : AccountStatus.UNVERIFIED;
            }
            case PersonForgotten _ -> {}
            case AccountErased erased -> {
                var id = erased.accountId().value();
                accounts.remove(id);
                sessions.removeWhere("account_id", id);
                follows.removeWhere("follower", id);
                follows.removeWhere("followed", id);
            }
        }
    }

    @EventHandler
    void on(SessionEvent event, @Timestamp Instant at) {
        switch (event) {
            case SessionStarted started -> sessions.add(new SessionRow(started, at));
            case SessionRenewed renewed ->
                ofTheLiving(renewed).ifPresent(session -> session.lastUsedAt = renewed.grantedAt());
            case SessionEnded ended -> ofTheLiving(ended).ifPresent(session -> sessions.remove(session.id()));
        }
    }

    @EventHandler
    void on(FollowEvent event, @Timestamp Instant at) {
        switch (event) {
            case Followed followed -> follows.add(new FollowRow(followed, at));
            case Unfollowed unfollowed ->
                follows.find(unfollowed.followId().value()).ifPresent(row -> follows.remove(row.id()));
        }
    }

    /** The session; an erased account took its own along, and they may still have been about to end or to go on. */
    private Optional<SessionRow> ofTheLiving(SessionEvent event) {
        return sessions.find(event.sessionId().value());
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

    private static Optional<UUID> followOf(Object event) {
        return event instanceof FollowEvent follow
                ? Optional.of(follow.followId().value())
                : Optional.empty();
    }

    private static Optional<UUID> sessionOf(Object event) {
        return event instanceof SessionEvent session
                ? Optional.of(session.sessionId().value())
                : Optional.empty();
    }
}
