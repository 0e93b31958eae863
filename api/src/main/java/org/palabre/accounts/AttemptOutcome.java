package org.palabre.accounts;

/** What came of an attempt to log in. */
public enum AttemptOutcome {
    SUCCEEDED,
    INVALID_CREDENTIALS,
    ACCOUNT_SUSPENDED,
    TOO_MANY_REQUESTS
}
