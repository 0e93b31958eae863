package org.palabre.accounts.command.django;

import java.util.Optional;

/**
 * A password's hash as Django's hashers write it ({@code django.contrib.auth.hashers}, 1.10 to 6.0). One that asks for
 * more than about four times the work of Django's own settings is not read: a table of accounts from elsewhere must not be
 * able to keep the platform busy.
 */
public sealed interface DjangoHash permits Argon2, Bcrypt, Pbkdf2, Scrypt {

    /** What Django's tables have where nobody can log in by password, with some characters behind it: no password's hash. */
    String UNUSABLE = "!";

    /** The hash that this is, if it is one. */
    static Optional<DjangoHash> read(String text) {
        return Pbkdf2.read(text)
                .or(() -> Argon2.read(text))
                .or(() -> Bcrypt.read(text))
                .or(() -> Scrypt.read(text));
    }

    /** Takes as long as Django meant it to take. */
    boolean isOf(String password);

    /** What the comparison takes of memory. */
    int kibibytes();
}
