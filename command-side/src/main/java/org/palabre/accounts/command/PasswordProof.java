package org.palabre.accounts.command;

import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.springframework.stereotype.Component;

/**
 * Tells whether a password is an account's. A hash that is not as we make them now gives way to one that is as soon as its
 * password is at hand. Both are slow on purpose: never do it in a transaction.
 */
@Component
class PasswordProof {

    private final PasswordHashes hashes;
    private final Passwords passwords;

    PasswordProof(PasswordHashes hashes, Passwords passwords) {
        this.hashes = hashes;
        this.passwords = passwords;
    }

    /** The hash of the password as it is kept now, if it is the account's; takes as long where there is no account. */
    Optional<String> of(Optional<AccountId> account, String password) {
        var hash = account.flatMap(hashes::find).orElse(null);
        if (!passwords.matches(password, hash) || hash == null) {
            return Optional.empty();
        }
        if (passwords.isOurs(hash)) {
            return Optional.of(hash);
        }
        hashes.replace(account.orElseThrow(), hash, passwords.hash(password));
        // somebody with the same password may have been faster, or somebody with another one
        return of(account, password);
    }
}
