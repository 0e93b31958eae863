package org.palabre.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The key that wraps the keys of all subjects, 256 bits. Whoever loses it loses every personal text, whoever takes it
 * together with the database reads them all.
 */
public final class MasterKey {

    private static final UUID NOBODY = new UUID(0, 0);

    private final SecretKey key;

    private MasterKey(SecretKey key) {
        this.key = key;
    }

    /**
     * The key that is written here.
     *
     * @throws IllegalArgumentException when this is not 32 bytes in base64
     */
    public static MasterKey of(String base64) {
        return new MasterKey(AesGcm.key(Base64.getDecoder().decode(base64.strip())));
    }

    /**
     * The key in this file, which is made, readable to its owner only, if it does not exist yet.
     *
     * @throws UncheckedIOException when the file cannot be read or made
     */
    public static MasterKey fromFileOrNew(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file.toAbsolutePath());
            }
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make the master key " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent(), "a key file has a directory");
        Files.createDirectories(directory);
        // a temporary file belongs to its owner alone; the link makes it appear whole or not at all
        Path draft = Files.createTempFile(directory, "master", ".key");
        try {
            String key = Base64.getEncoder().encodeToString(AesGcm.newKey().getEncoded());
            Files.writeString(draft, key, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // another process was first: its key is the key
        } finally {
            Files.delete(draft);
        }
    }

    /** A key of its own for one purpose, the same at every call; knowing it tells nothing of this one. */
    public SecretKey derive(String purpose) {
        return AesGcm.key(new KeyedHash(key.getEncoded()).of(purpose));
    }

    /** The hash with the key of one purpose. */
    public KeyedHash hash(String purpose) {
        return new KeyedHash(derive(purpose).getEncoded());
    }

    /** Encrypts something that the platform itself will want back, and nobody else may read. */
    public byte[] seal(String purpose, byte[] plain) {
        return AesGcm.encrypt(derive(purpose), NOBODY, plain);
    }

    /** Gives back what was sealed for the same purpose. */
    public byte[] open(String purpose, byte[] sealed) {
        return AesGcm.decrypt(derive(purpose), NOBODY, sealed);
    }

    SecretKey key() {
        return key;
    }

    /** Shows nothing, so that no log holds the key. */
    @Override
    public String toString() {
        return "MasterKey";
    }
}
