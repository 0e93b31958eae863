package org.palabre.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;

/** What has happened to a session. */
public sealed interface SessionEvent extends DomainEvent {

    SessionId sessionId();

    AccountId accountId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(accountId().value());
    }

    /**
     * Somebody logged in.
     *
     * @param grantedAt when its first pair of tokens was granted
     */
    record SessionStarted(
            SessionId sessionId,
            AccountId accountId,
            Personal ip,
            @Nullable Personal userAgent,
            Instant grantedAt) implements SessionEvent {}

    /**
     * A refresh token was used.
     *
     * @param number of the pair of tokens that was granted for it, from 2
     */
    record SessionRenewed(SessionId sessionId, AccountId accountId, int number, Instant grantedAt)
            implements SessionEvent {}

    record SessionEnded(SessionId sessionId, AccountId accountId, Cause cause) implements SessionEvent {

        /** Why a session is over before its last refresh token is. */
        public enum Cause {
            LOGGED_OUT,
            /** A refresh token came a second time: it may have been stolen. */
            TOKEN_REUSED
        }
    }
}
