package org.palabre.accounts.command;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them, with Argon2id and the parameters of OWASP's Password Storage Cheat Sheet. It is
 * slow on purpose: never do it in a transaction.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int ITERATIONS = 2;

    private final PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, KIBIBYTES, ITERATIONS);
    private final String nobodys = hashNow(UUID.randomUUID().toString());

    /** Each hash takes memory and a whole processor: more at once would only run out of the former. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    String hash(String password) {
        return inTurn(() -> hashNow(password));
    }

    /** Whether this is the password; takes as long where there is no hash to compare it with. */
    boolean matches(String password, @Nullable String hash) {
        return inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    private String hashNow(String password) {
        return Objects.requireNonNull(argon2.encode(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
