package org.palabre.accounts.command.django;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** {@code argon2$argon2id$v=19$m=<KiB>,t=<iterations>,p=<lanes>$<salt>$<hash>}, or argon2i as before Django 3.2. */
final class Argon2 implements DjangoHash {

    private static final int MOST_KIBIBYTES = 128 * 1024;
    private static final long MOST_WORK = 4 * 2 * 102_400;
    private static final int MOST_LANES = 16;
    private static final String BASE64 = "(?:[A-Za-z0-9+/]{4}){2,21}(?:[A-Za-z0-9+/]{2,3})?";
    private static final Pattern FORM =
            Pattern.compile("argon2(\\$argon2id?\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d{0,3}),p=([1-9]\\d?)\\$%s\\$%s)"
                    .formatted(BASE64, BASE64));

    private final String hash;
    private final int kibibytes;

    private Argon2(String hash, int kibibytes) {
        this.hash = hash;
        this.kibibytes = kibibytes;
    }

    static Optional<DjangoHash> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var kibibytes = Integer.parseInt(form.group(2));
        var iterations = Integer.parseInt(form.group(3));
        var lanes = Integer.parseInt(form.group(4));
        return lanes <= MOST_LANES
                        && kibibytes >= 8 * lanes
                        && kibibytes <= MOST_KIBIBYTES
                        && (long) kibibytes * iterations <= MOST_WORK
                ? Optional.of(new Argon2(form.group(1), kibibytes))
                : Optional.empty();
    }

    /** The hash brings all its parameters along: those given here are for new ones, which nobody makes. */
    @Override
    public boolean isOf(String password) {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().matches(password, hash);
    }

    @Override
    public int kibibytes() {
        return kibibytes;
    }
}
