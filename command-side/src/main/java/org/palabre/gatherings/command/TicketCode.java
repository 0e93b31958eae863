package org.palabre.gatherings.command;

import java.security.SecureRandom;
import java.util.Locale;

/** What lets somebody in: 26 letters and digits that cannot be taken for each other, of 130 random bits. */
final class TicketCode {

    /** Crockford's base 32: neither I nor L, O or U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TicketCode() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .map(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A code as people type it: in any case, with gaps, and with letters that look like digits. */
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
