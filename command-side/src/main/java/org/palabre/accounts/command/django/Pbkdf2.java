package org.palabre.accounts.command.django;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** {@code pbkdf2_sha256$<iterations>$<salt>$<hash>}, what Django does by default; and its elder with SHA-1. */
final class Pbkdf2 implements DjangoHash {

    private static final int MOST_ITERATIONS = 5_000_000;
    private static final Pattern FORM = Pattern.compile("pbkdf2_(sha256|sha1)\\$([1-9]\\d{0,6})\\$([^$]{1,128})\\$"
            + "((?:[A-Za-z0-9+/]{4}){6,10}[A-Za-z0-9+/]{3}=)");

    private final String algorithm;
    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private Pbkdf2(String digest, int iterations, String salt, String hash) {
        this.algorithm = digest.equals("sha1") ? "PBKDF2WithHmacSHA1" : "PBKDF2WithHmacSHA256";
        this.iterations = iterations;
        this.salt = salt.getBytes(UTF_8);
        this.hash = Base64.getDecoder().decode(hash);
    }

    static Optional<DjangoHash> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(2)) > MOST_ITERATIONS) {
            return Optional.empty();
        }
        return Optional.of(new Pbkdf2(form.group(1), Integer.parseInt(form.group(2)), form.group(3), form.group(4)));
    }

    @Override
    public boolean isOf(String password) {
        return MessageDigest.isEqual(hash, hashOf(password));
    }

    @Override
    public int kibibytes() {
        return 1;
    }

    private byte[] hashOf(String password) {
        try {
            var order = new PBEKeySpec(password.toCharArray(), salt, iterations, Byte.SIZE * hash.length);
            return SecretKeyFactory.getInstance(algorithm).generateSecret(order).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
