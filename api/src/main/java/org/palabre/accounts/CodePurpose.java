package org.palabre.accounts;

/** What a one-time code is good for. */
public enum CodePurpose {
    /** Shows that an e-mail address is its owner's. */
    PROOF,
    /** Lets somebody who has lost the password set another. */
    RESET
}
