package org.palabre.accounts.command;

import java.util.HexFormat;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.springframework.stereotype.Component;

/**
 * Tells whether a password is an account's. A hash that is not as we make them now gives way to one that is as soon as its
 * password is at hand. Both are slow on purpose: never do it in a transaction.
 */
@Component
class PasswordProof {

    private final PasswordHashes hashes;
    private final Passwords passwords;
    private final KeyedHash chance;

    PasswordProof(PasswordHashes hashes, Passwords passwords, MasterKey master) {
        this.hashes = hashes;
        this.passwords = passwords;
        this.chance = master.hash("passwords-of-nobody");
    }

    /** The hash of the password as it is kept now, if it is the account's. */
    Optional<String> of(AccountId account, String password) {
        var hash = hashes.find(account).orElse(null);
        if (!passwords.matches(password, hash) || hash == null) {
            return Optional.empty();
        }
        if (passwords.isOurs(hash)) {
            return Optional.of(hash);
        }
        hashes.replace(account, hash, passwords.hash(password));
        // somebody with the same password may have been faster, or somebody with another one
        return of(account, password);
    }

    /**
     * Takes as long as for an account, and finds nothing. Hashes from elsewhere take longer than ours, so nobody has that of
     * somebody: the one that the name leads to, again and again, by a chance that others cannot reckon.
     */
    Optional<String> ofNobody(String name, String password) {
        var hash = hashes.findAny(HexFormat.of().formatHex(chance.of(name)));
        passwords.matches(password, hash.orElse(null));
        return Optional.empty();
    }
}
