package org.palabre.accounts;

/** The owner of an account, as somebody that one writes to. */
public record Addressee(AccountId accountId, String email, Language language) {

    /** Shows the account only, so that no log holds what is personal. */
    @Override
    public String toString() {
        return "Addressee[" + accountId + "]";
    }
}
