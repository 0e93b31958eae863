package org.palabre.notifications.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.PushPlatform;
import org.palabre.notifications.PushTokenEvent.PushTokenRegistered;
import org.palabre.notifications.PushTokenId;
import org.palabre.projections.Row;

/** Where an app of somebody's is reached. */
class PushTokenRow implements Row {

    PushTokenId id;
    AccountId accountId;
    String token;
    PushPlatform platform;
    Instant registeredAt;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private PushTokenRow() {}

    PushTokenRow(PushTokenRegistered registered, Instant at) {
        id = registered.pushTokenId();
        accountId = registered.accountId();
        token = registered.token().orEmpty();
        platform = registered.platform();
        registeredAt = at;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
