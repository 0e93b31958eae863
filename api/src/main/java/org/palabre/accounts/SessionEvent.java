package org.palabre.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
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
     * @param era how often all sessions of the account had been ended before; absent at none
     */
    record SessionStarted(
            SessionId sessionId,
            AccountId accountId,
            Personal ip,
            @Nullable Personal userAgent,
            Instant grantedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer era)
            implements SessionEvent {}

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
            /** Its owner ended it from another one. */
            REVOKED,
            /** A refresh token came a second time: it may have been stolen. */
            TOKEN_REUSED
        }
    }
}
