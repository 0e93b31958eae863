package org.palabre.accounts;

import java.time.Duration;

/**
 * A mail with a code in it.
 *
 * @param life how long the code works
 */
public record CodeMail(
        AccountId accountId, String email, Language language, CodePurpose purpose, String code, Duration life) {

    /** Shows the account only, so that no log holds the secret. */
    @Override
    public String toString() {
        return "CodeMail[" + accountId + "]";
    }
}
