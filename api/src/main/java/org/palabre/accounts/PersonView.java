package org.palabre.accounts;

import org.jspecify.annotations.Nullable;

/** An account inside something else; of one that is erased, every field but the id is empty. */
public record PersonView(
        AccountId id,
        @Nullable String username,
        String firstName,
        String lastName,
        @Nullable String photoUrl,
        boolean isVerified) {

    /** One of whom nothing is left. */
    public static PersonView erased(AccountId id) {
        return new PersonView(id, null, "", "", null, false);
    }

    /** Shows the account only, so that no log holds what is personal. */
    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}
