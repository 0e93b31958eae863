package org.palabre.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the platform writes to the owner of an account. */
public sealed interface AccountMail {

    /** The same however often this mail is sent, so that a second one can be told. */
    UUID mailId();

    AccountId accountId();

    String email();

    Language language();

    /**
     * A one-time code.
     *
     * @param life how long it works
     */
    record OneTimeCode(
            UUID mailId,
            AccountId accountId,
            String email,
            Language language,
            CodePurpose purpose,
            String code,
            Duration life)
            implements AccountMail {

        /** Shows the account only, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "OneTimeCode[" + accountId + "]";
        }
    }

    /** The account has another password, in case its owner does not know. */
    record PasswordNotice(UUID mailId, AccountId accountId, String email, Language language, Instant changedAt)
            implements AccountMail {

        /** Shows the account only, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "PasswordNotice[" + accountId + "]";
        }
    }
}
