package org.palabre.accounts;

import java.time.Instant;
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

    /**
     * The account is one that its owner had elsewhere.
     *
     * @param joinedAt when that was, if it is known
     * @param lastLoginAt there, if it is known and ever was
     */
    record AccountImported(
            AccountId accountId,
            @Nullable Instant joinedAt,
            @Nullable Instant lastLoginAt) implements AccountEvent {}

    record EmailProved(AccountId accountId) implements AccountEvent {}

    record RoleGranted(AccountId accountId, Role role) implements AccountEvent {}

    record RoleRevoked(AccountId accountId, Role role) implements AccountEvent {}

    record AccountLoggedIn(AccountId accountId, SessionId sessionId) implements AccountEvent {}

    /**
     * The profile is this from now on.
     *
     * @param dateOfBirth as ISO 8601 has it
     * @param telephone E.164
     */
    record ProfileChanged(
            AccountId accountId,
            Personal firstName,
            Personal lastName,
            @Nullable Personal username,
            @Nullable Personal bio,
            @Nullable Personal dateOfBirth,
            @Nullable Personal telephone)
            implements AccountEvent {}

    /**
     * Another picture is shown.
     *
     * @param photo names it
     */
    record PhotoChanged(AccountId accountId, UUID photo) implements AccountEvent {}

    record PhotoRemoved(AccountId accountId) implements AccountEvent {}

    /**
     * Ends every session but one.
     *
     * @param spared the session in which it was changed
     */
    record PasswordChanged(AccountId accountId, SessionId spared) implements AccountEvent {}

    /** Somebody who had lost the password set another by a code from the mail. Ends every session. */
    record PasswordReset(AccountId accountId) implements AccountEvent {}

    /** An admin has seen that the person is who the account says. */
    record IdentityVerified(AccountId accountId) implements AccountEvent {}

    /** Ends every session. */
    record AccountSuspended(AccountId accountId) implements AccountEvent {}

    record AccountReinstated(AccountId accountId) implements AccountEvent {}

    /** The person is gone: nobody can log in, and the names are free. Ends every session. */
    record AccountErased(AccountId accountId) implements AccountEvent {}

    /**
     * What is personal of an erased account cannot be read any more, in the history neither. Whoever keeps something of
     * the person elsewhere lets go of it now.
     */
    record PersonForgotten(AccountId accountId) implements AccountEvent {}
}
