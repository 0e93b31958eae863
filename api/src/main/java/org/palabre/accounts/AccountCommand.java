package org.palabre.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Versioned;

/** What one may ask of an account. */
public sealed interface AccountCommand {

    @TargetAggregateIdentifier
    AccountId accountId();

    /** Makes an account, mails it a code and logs it in. Answered by {@link LoggedIn}. */
    record RegisterAccount(
            AccountId accountId, Registration registration, boolean asStudent, SessionId sessionId, Device device)
            implements AccountCommand {}

    /** Makes the first admin on behalf of whoever holds the setup link, and logs it in. Answered by {@link LoggedIn}. */
    record SetUp(AccountId accountId, Registration registration, String setupToken, SessionId sessionId, Device device)
            implements AccountCommand {

        /** Shows the account only, so that no log holds the secret. */
        @Override
        public String toString() {
            return "SetUp[" + accountId + "]";
        }
    }

    /** Makes the first admin as configured; for the platform itself only. Answered by the {@link UserView}. */
    record AppointFirstAdmin(AccountId accountId, Registration registration) implements AccountCommand {}

    /**
     * Makes an account that its owner had elsewhere, without a mail and without a session; for the platform itself only. Has
     * no answer.
     *
     * @param joinedAt when its owner joined there, if it is known
     * @param lastLoginAt there, if it is known and ever was
     * @param proved whether the e-mail was proved there
     */
    record ImportAccount(
            AccountId accountId,
            Registration registration,
            @Nullable Instant joinedAt,
            @Nullable Instant lastLoginAt,
            boolean proved,
            boolean suspended)
            implements AccountCommand {}

    /**
     * Starts a session. Answered by {@link LoggedIn}.
     *
     * @param passwordHash the one that the password was compared with: it must still be the account's
     */
    record LogIn(AccountId accountId, String passwordHash, SessionId sessionId, Device device)
            implements AccountCommand {

        /** Shows the account only, so that no log holds the secret. */
        @Override
        public String toString() {
            return "LogIn[" + accountId + "]";
        }
    }

    /** Gives an account exactly these roles. Answered by the {@link UserView}. */
    record ChangeRoles(AccountId accountId, Set<Role> roles) implements AccountCommand {

        public ChangeRoles {
            roles = Set.copyOf(roles);
        }
    }

    /** Changes one's own profile. Answered by the {@link UserView}. */
    record ChangeProfile(
            AccountId accountId,
            Change<String> firstName,
            Change<String> lastName,
            Change<String> username,
            Change<String> bio,
            Change<LocalDate> dateOfBirth,
            Change<String> telephone)
            implements AccountCommand {

        /** Shows the account only, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "ChangeProfile[" + accountId + "]";
        }
    }

    /**
     * Shows pictures that are stored already. Answered by the {@link UserView}.
     *
     * @param photo names them
     */
    record ChangePhoto(AccountId accountId, UUID photo) implements AccountCommand {}

    /** Answered by the {@link UserView}. */
    record RemovePhoto(AccountId accountId) implements AccountCommand {}

    /**
     * Gives up a photo that the account does not show; for the platform itself only. Answered by the files that are to be
     * deleted, or by nothing when it is shown.
     *
     * @param until how long a decision to show it no more may still come: it is waited for so long
     */
    record DiscardPhoto(AccountId accountId, UUID photo, Instant until) implements AccountCommand {}

    /**
     * Changes one's own password, and ends one's other sessions. Has no answer.
     *
     * @param currentHash the one that the current password was compared with: it must still be the account's
     */
    record ChangePassword(AccountId accountId, String currentHash, String passwordHash) implements AccountCommand {

        /** Shows the account only, so that no log holds the secrets. */
        @Override
        public String toString() {
            return "ChangePassword[" + accountId + "]";
        }
    }

    /** Says that the person is who the account says. Answered by the {@link UserView}. */
    record VerifyIdentity(AccountId accountId) implements AccountCommand {}

    /** Answered by the {@link UserView}. */
    record SuspendAccount(AccountId accountId) implements AccountCommand {}

    /** Answered by the {@link UserView}. */
    record ReinstateAccount(AccountId accountId) implements AccountCommand {}

    /**
     * Erases one's own account. Has no answer.
     *
     * @param passwordHash the one that the password was compared with: it must still be the account's
     */
    record EraseOwnAccount(AccountId accountId, String passwordHash) implements AccountCommand {

        /** Shows the account only, so that no log holds the secret. */
        @Override
        public String toString() {
            return "EraseOwnAccount[" + accountId + "]";
        }
    }

    /** Erases somebody's account. Has no answer. */
    record EraseAccount(AccountId accountId) implements AccountCommand {}

    /**
     * Destroys what is left of an erased person on the command side; for the platform itself only. Answered by the files
     * that are to be deleted.
     *
     * @param askedAt when the account was to be erased: it is waited for so long, in case that it still comes
     */
    record ForgetPerson(AccountId accountId, Instant askedAt) implements AccountCommand {}

    /**
     * Sends the code that was issued then; for the platform itself only. Answered by the
     * {@link AccountMail.OneTimeCode} that is to go out, or by nothing when another code has taken its place.
     */
    record SendCode(AccountId accountId, CodePurpose purpose, Instant issuedAt) implements AccountCommand {}

    /**
     * Tells the owner that the password was changed then; for the platform itself only. Answered by the
     * {@link AccountMail.PasswordNotice} that is to go out, or by nothing when nobody is left to be told.
     */
    record TellPasswordChanged(AccountId accountId, Instant changedAt) implements AccountCommand {}

    /**
     * Says how one writes to the owner; for the platform itself only. Answered by the {@link Addressee}, or by nothing when
     * nobody is left to be written to.
     */
    record AddressOwner(AccountId accountId) implements AccountCommand {}

    /** An account with the session that it has just started. */
    record LoggedIn(UserView user, Grant grant) implements Versioned {

        @Override
        public long version() {
            return user.version();
        }
    }
}
