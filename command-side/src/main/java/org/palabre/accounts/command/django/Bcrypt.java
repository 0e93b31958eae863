package org.palabre.accounts.command.django;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * {@code bcrypt_sha256$$2b$<cost>$<salt and hash>}, of the password's digest in hexadecimal digits, since bcrypt looks at
 * 72 bytes only; or {@code bcrypt$…}, of the password itself.
 */
final class Bcrypt implements DjangoHash {

    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 14;
    private static final Pattern FORM =
            Pattern.compile("bcrypt(_sha256)?\\$(\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53})");

    private final boolean digested;
    private final String hash;

    private Bcrypt(boolean digested, String hash) {
        this.digested = digested;
        this.hash = hash;
    }

    static Optional<DjangoHash> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var cost = Integer.parseInt(form.group(3));
        return cost >= LEAST_COST && cost <= MOST_COST
                ? Optional.of(new Bcrypt(form.group(1) != null, form.group(2)))
                : Optional.empty();
    }

    @Override
    public boolean isOf(String password) {
        var bytes = password.getBytes(UTF_8);
        return BCrypt.checkpw(digested ? digest(bytes) : bytes, hash);
    }

    @Override
    public int kibibytes() {
        return 4;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).getBytes(UTF_8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
