package org.palabre.accounts;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;

/** What has happened to an account. */
public sealed interface AccountEvent extends DomainEvent {

    AccountId accountId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(accountId().value());
    }

    /**
     * Somebody joined.
     *
     * @param telephone E.164
     */
    record AccountRegistered(
            AccountId accountId,
            Personal email,
            Personal firstName,
            Personal lastName,
            @Nullable Personal username,
            @Nullable Personal telephone,
            Language language)
            implements AccountEvent {}

    record EmailProved(AccountId accountId) implements AccountEvent {}

    record RoleGranted(AccountId accountId, Role role) implements AccountEvent {}

    record RoleRevoked(AccountId accountId, Role role) implements AccountEvent {}

    record AccountLoggedIn(AccountId accountId, SessionId sessionId) implements AccountEvent {}
}
