package org.palabre.notifications;

import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;

/** What has happened to a push token. */
public sealed interface PushTokenEvent extends DomainEvent {

    PushTokenId pushTokenId();

    AccountId accountId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(accountId().value());
    }

    /** It is this account's from now on. */
    record PushTokenRegistered(PushTokenId pushTokenId, AccountId accountId, Personal token, PushPlatform platform)
            implements PushTokenEvent {}

    record PushTokenRemoved(PushTokenId pushTokenId, AccountId accountId) implements PushTokenEvent {}
}
