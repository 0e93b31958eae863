package org.palabre.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.palabre.eventstore.WrappedKeys.WrappedKey;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys of all subjects of personal data, one each, made at first use and wrapped by the master key. To destroy a
 * key is to erase every text encrypted with it, wherever it is stored; a destroyed subject never gets another.
 */
public final class PersonalKeys {

    /**
     * How long after another process destroyed a key this one may still read with it. {@link EventWindow} may hold what
     * was read for as long again: together, less than the five seconds in which an erasure reaches everyone.
     */
    static final Duration MEMORY = Duration.ofSeconds(2);

    private final WrappedKeys kept;
    private final MasterKey master;

    /** Only what is committed: after a rollback, a text would be encrypted with a key that is in no table. */
    private final Cache<UUID, Key> committed =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(MEMORY).build();

    public PersonalKeys(WrappedKeys kept, MasterKey master) {
        this.kept = kept;
        this.master = master;
    }

    /**
     * The text, encrypted with the subject's key, in base64. The first use of a subject makes its key, in the current
     * transaction.
     *
     * @return {@code null} when the subject's key was destroyed
     */
    public @Nullable String encrypt(UUID subject, String text) {
        SecretKey secret = find(subject).orElseGet(() -> create(subject)).secret();
        if (secret == null) {
            return null;
        }
        byte[] encrypted = AesGcm.encrypt(secret, subject, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(encrypted);
    }

    /**
     * What was encrypted for the subject, or nothing when its key was destroyed.
     *
     * @throws IllegalStateException when it was not encrypted with the subject's key
     */
    public Optional<String> decrypt(UUID subject, String cipher) {
        SecretKey secret = find(subject)
                .orElseThrow(() -> new IllegalStateException("There never was a key of " + subject))
                .secret();
        if (secret == null) {
            return Optional.empty();
        }
        byte[] plain = AesGcm.decrypt(secret, subject, Base64.getDecoder().decode(cipher));
        return Optional.of(new String(plain, StandardCharsets.UTF_8));
    }

    /** Whether the subject had a key that was destroyed. */
    public boolean destroyed(UUID subject) {
        return find(subject).map(key -> key.secret() == null).orElse(false);
    }

    /** Destroys the subject's key for ever, in the current transaction, also when there never was one. */
    public void destroy(UUID subject) {
        kept.destroy(subject);
        remember(subject, Key.DESTROYED);
    }

    private Optional<Key> find(UUID subject) {
        Optional<Key> known = uncommitted().map(own -> own.keys.get(subject));
        if (known.isEmpty()) {
            known = Optional.ofNullable(committed.getIfPresent(subject));
        }
        if (known.isEmpty()) {
            known = select(subject);
            known.ifPresent(key -> committed.put(subject, key));
        }
        return known;
    }

    private Key create(UUID subject) {
        byte[] wrapped = AesGcm.encrypt(master.key(), subject, AesGcm.newKey().getEncoded());
        kept.add(subject, new WrappedKey(Base64.getEncoder().encodeToString(wrapped)));
        Key key = select(subject).orElseThrow();
        remember(subject, key);
        return key;
    }

    private Optional<Key> select(UUID subject) {
        return kept.find(subject).map(key -> unwrap(subject, key.base64()));
    }

    private Key unwrap(UUID subject, @Nullable String wrapped) {
        return wrapped == null
                ? Key.DESTROYED
                : new Key(AesGcm.key(AesGcm.decrypt(
                        master.key(), subject, Base64.getMimeDecoder().decode(wrapped))));
    }

    private void remember(UUID subject, Key key) {
        if (!Transactions.active()) {
            committed.put(subject, key);
            return;
        }
        Uncommitted own = uncommitted().orElseGet(Uncommitted::new);
        if (own.keys.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(own);
        }
        own.keys.put(subject, key);
    }

    private Optional<Uncommitted> uncommitted() {
        if (!Transactions.active()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Uncommitted.class::isInstance)
                .map(Uncommitted.class::cast)
                .filter(own -> own.owner() == this)
                .findFirst();
    }

    /** The key of one subject, {@code null} once destroyed. */
    private record Key(@Nullable SecretKey secret) {

        static final Key DESTROYED = new Key(null);
    }

    /**
     * What a transaction did to keys: its own to see, everybody's once it has committed. Everybody reads it then: what was
     * undone by a savepoint is not there.
     */
    private final class Uncommitted implements TransactionSynchronization {

        private final Map<UUID, Key> keys = new HashMap<>();

        PersonalKeys owner() {
            return PersonalKeys.this;
        }

        @Override
        public void afterCommit() {
            committed.invalidateAll(keys.keySet());
        }
    }
}
