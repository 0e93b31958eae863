package org.palabre.accounts.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords that are tried first: those that zxcvbn lists, which come from published leaks, and what these lack because
 * it is said in French or in West Africa, or because zxcvbn knows it by its form (digits in a row, names).
 */
final class CommonPasswords {

    private static final Set<String> ALL = all();

    private CommonPasswords() {}

    /** Whether this is one of them, in capitals or not. */
    static boolean include(String password) {
        return ALL.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> all() {
        var ours = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(ours, UTF_8))) {
            var listed = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
            return Stream.concat(listed.stream(), lines.lines())
                    .filter(password -> password.length() >= GoodPassword.Judge.MIN)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
