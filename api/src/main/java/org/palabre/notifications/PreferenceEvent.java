package org.palabre.notifications;

import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;

/** What has happened to how somebody wants to be told. */
public sealed interface PreferenceEvent extends DomainEvent {

    PreferencesId preferencesId();

    AccountId accountId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(accountId().value());
    }

    record PreferenceSet(
            PreferencesId preferencesId, AccountId accountId, NotificationType type, Channel channel, boolean wanted)
            implements PreferenceEvent {}
}
