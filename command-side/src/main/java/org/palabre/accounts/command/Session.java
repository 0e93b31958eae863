package org.palabre.accounts.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionEvent;
import org.palabre.accounts.SessionEvent.SessionEnded;
import org.palabre.accounts.SessionEvent.SessionEnded.Cause;
import org.palabre.accounts.SessionEvent.SessionRenewed;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;

/**
 * One log-in of an account: a chain of grants, of which only the newest can be renewed. Two renewals at once collide in
 * the event store, so that a grant has one successor.
 */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "aggregates")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Session {

    /** How long a client that did not hear the answer may ask again; after that it is taken for a thief. */
    static final Duration GRACE = Duration.ofSeconds(10);

    @AggregateIdentifier
    private SessionId id;

    private AccountId accountId = new AccountId(new UUID(0, 0));
    private int number;
    private Instant grantedAt = Instant.EPOCH;
    private boolean ended;

    /** When the newest grants were given by their numbers: those that may still be asked for again. */
    private final Map<Integer, Instant> recent = new HashMap<>();

    /** How often all sessions of the account had been ended before. */
    private int era;

    Session() {}

    Session(SessionStarted start) {
        apply(start);
    }

    SessionId id() {
        return id;
    }

    AccountId accountId() {
        return accountId;
    }

    int era() {
        return era;
    }

    boolean over(Instant now) {
        return ended || expired(now);
    }

    Grant grant() {
        return new Grant(accountId, id, number, grantedAt);
    }

    /** The grant that follows the one with this number: the same one for a while, and nothing if that was shown too late. */
    Optional<Grant> renew(int shown, Instant now) {
        if (ended) {
            return Optional.empty();
        }
        if (shown == number) {
            return expired(now) ? Optional.empty() : Optional.of(next(now));
        }
        var again = recent.get(shown + 1);
        if (again != null && !now.isAfter(again.plus(GRACE))) {
            return Optional.of(new Grant(accountId, id, shown + 1, again));
        }
        apply(new SessionEnded(id, accountId, Cause.TOKEN_REUSED));
        return Optional.empty();
    }

    void end(Cause cause) {
        if (!ended) {
            apply(new SessionEnded(id, accountId, cause));
        }
    }

    private boolean expired(Instant now) {
        return !now.isBefore(grantedAt.plus(Tokens.REFRESH_LIFE));
    }

    private Grant next(Instant now) {
        apply(new SessionRenewed(id, accountId, number + 1, now));
        return grant();
    }

    @EventSourcingHandler
    void on(SessionEvent event) {
        switch (event) {
            case SessionStarted started -> {
                id = started.sessionId();
                accountId = started.accountId();
                number = 1;
                grantedAt = started.grantedAt();
                era = started.era() == null ? 0 : started.era();
            }
            case SessionRenewed renewed -> {
                number = renewed.number();
                grantedAt = renewed.grantedAt();
                recent.values().removeIf(at -> grantedAt.isAfter(at.plus(GRACE)));
                recent.put(number, grantedAt);
            }
            case SessionEnded _ -> ended = true;
        }
    }
}
