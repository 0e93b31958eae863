package org.palabre.accounts.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;
import org.palabre.projections.Row;

/** A session that nobody has ended. */
class SessionRow implements Row {

    SessionId id;
    AccountId accountId;
    String ip;

    @Nullable
    String userAgent;

    Instant createdAt;
    Instant lastUsedAt;

    /** How often all sessions of the account had been ended when this one started. */
    int era;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private SessionRow() {}

    SessionRow(SessionStarted started, Instant at) {
        id = started.sessionId();
        accountId = started.accountId();
        ip = started.ip().orEmpty();
        userAgent = started.userAgent() == null ? null : started.userAgent().text();
        createdAt = at;
        lastUsedAt = started.grantedAt();
        era = started.era() == null ? 0 : started.era();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
