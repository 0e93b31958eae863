package org.palabre.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What a new account is made of.
 *
 * @param email one address, as its owner writes it
 * @param telephone E.164
 * @param language of the mails to this account
 * @param passwordHash salted and slow; the password itself stays at the edge
 */
public record Registration(
        String email,
        String firstName,
        String lastName,
        @Nullable String username,
        @Nullable String telephone,
        Language language,
        String passwordHash) {

    /** Shows nothing, so that no log holds what is personal or secret. */
    @Override
    public String toString() {
        return "Registration";
    }
}
