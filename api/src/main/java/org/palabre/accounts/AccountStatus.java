package org.palabre.accounts;

/** How far an account may go. */
public enum AccountStatus {
    /** Its e-mail is not proved yet: it may log in, and read what is public or its own. */
    UNVERIFIED,
    ACTIVE,
    SUSPENDED
}
