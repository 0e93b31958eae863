package org.palabre.accounts.command.django;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** {@code scrypt$<work factor>$<salt>$<block size>$<parallelism>$<hash>}, in the order in which Django has them. */
final class Scrypt implements DjangoHash {

    private static final int MOST_KIBIBYTES = 128 * 1024;
    private static final long MOST_WORK = 4 * 16_384 * 8 * 5;
    private static final Pattern FORM =
            Pattern.compile("scrypt\\$([1-9]\\d{0,6})\\$([^$]{1,128})\\$([1-9]\\d{0,2})\\$([1-9]\\d{0,2})\\$"
                    + "([A-Za-z0-9+/]{86}==)");

    private final int factor;
    private final byte[] salt;
    private final int block;
    private final int lanes;
    private final byte[] hash;

    private Scrypt(int factor, String salt, int block, int lanes, String hash) {
        this.factor = factor;
        this.salt = salt.getBytes(UTF_8);
        this.block = block;
        this.lanes = lanes;
        this.hash = Base64.getDecoder().decode(hash);
    }

    static Optional<DjangoHash> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var scrypt = new Scrypt(
                Integer.parseInt(form.group(1)),
                form.group(2),
                Integer.parseInt(form.group(3)),
                Integer.parseInt(form.group(4)),
                form.group(5));
        return scrypt.isBounded() ? Optional.of(scrypt) : Optional.empty();
    }

    @Override
    public boolean isOf(String password) {
        return MessageDigest.isEqual(
                hash, SCrypt.generate(password.getBytes(UTF_8), salt, factor, block, lanes, hash.length));
    }

    @Override
    public int kibibytes() {
        return factor * block / 8;
    }

    /** Of its factor RFC 7914 asks that it be a power of two, and greater than one. */
    private boolean isBounded() {
        return factor > 1
                && Integer.bitCount(factor) == 1
                && (long) factor * block * lanes <= MOST_WORK
                && kibibytes() <= MOST_KIBIBYTES;
    }
}
