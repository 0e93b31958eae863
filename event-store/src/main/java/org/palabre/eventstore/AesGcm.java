package org.palabre.eventstore;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: {@code iv || ciphertext || tag}, with a random 96-bit iv, bound to the subject it is about. */
final class AesGcm {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static SecretKey newKey() {
        return key(random(KEY_BYTES));
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, not " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static byte[] encrypt(SecretKey key, UUID subject, byte[] plain) {
        byte[] iv = random(IV_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, subject, iv, plain);
        return ByteBuffer.allocate(iv.length + sealed.length)
                .put(iv)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when this was not encrypted with this key for this subject */
    static byte[] decrypt(SecretKey key, UUID subject, byte[] encrypted) {
        ByteBuffer parts = ByteBuffer.wrap(encrypted);
        byte[] iv = new byte[IV_BYTES];
        parts.get(iv);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return run(Cipher.DECRYPT_MODE, key, subject, iv, sealed);
    }

    private static byte[] run(int mode, SecretKey key, UUID subject, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(subject.getMostSignificantBits())
                    .putLong(subject.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt or decrypt for " + subject, e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
