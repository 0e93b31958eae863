package org.palabre.accounts;

import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.Actor.Role;
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

    /**
     * Sends the code that was issued then; for the platform itself only. Answered by the {@link CodeMail} that is to go
     * out, or by nothing when another code has taken its place.
     */
    record SendCode(AccountId accountId, CodePurpose purpose, Instant issuedAt) implements AccountCommand {}

    /** An account with the session that it has just started. */
    record LoggedIn(UserView user, Grant grant) implements Versioned {

        @Override
        public long version() {
            return user.version();
        }
    }
}
