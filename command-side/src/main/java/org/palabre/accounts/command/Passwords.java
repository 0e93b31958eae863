package org.palabre.accounts.command;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.command.django.DjangoHash;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them, with Argon2id and the parameters of OWASP's Password Storage Cheat Sheet; hashes
 * that accounts brought along from elsewhere are compared too. It is slow on purpose: never do it in a transaction.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final String OURS = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(KIBIBYTES, ITERATIONS, PARALLELISM);

    private final PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, KIBIBYTES, ITERATIONS);
    private final String nobodys = hashNow(UUID.randomUUID().toString());

    /**
     * A turn is a processor for a while, and the memory of a hash of ours. There are half as many as processors, so that
     * a crowd that logs in leaves room for those who are in; more would hash no faster, as memory is what it waits for.
     */
    private final int allTurns = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Semaphore turns = new Semaphore(allTurns, true);

    String hash(String password) {
        return inTurn(1, () -> hashNow(password));
    }

    /**
     * Whether this is the password; takes as long where there is no hash to compare it with. Against a hash from elsewhere
     * it takes as long as that asks for.
     */
    boolean matches(String password, @Nullable String hash) {
        return Optional.ofNullable(hash)
                .flatMap(DjangoHash::read)
                .map(old -> inTurn(turnsFor(old), () -> old.isOf(password)))
                .orElseGet(() -> matchesOurs(password, hash));
    }

    /** Whether the hash is as we make them now; another one is to be replaced when its password is at hand. */
    boolean isOurs(String hash) {
        return hash.startsWith(OURS);
    }

    private boolean matchesOurs(String password, @Nullable String hash) {
        var known = hash != null && hash.startsWith("$argon2id$");
        return inTurn(1, () -> argon2.matches(password, known ? hash : nobodys)) && known;
    }

    private String hashNow(String password) {
        return Objects.requireNonNull(argon2.encode(password));
    }

    /** As many as its memory takes, so that all at once never take more than they do with hashes of ours, or one does. */
    private int turnsFor(DjangoHash old) {
        return Math.min(allTurns, Math.ceilDiv(old.kibibytes(), KIBIBYTES));
    }

    private <T> T inTurn(int number, Supplier<T> work) {
        turns.acquireUninterruptibly(number);
        try {
            return work.get();
        } finally {
            turns.release(number);
        }
    }
}
