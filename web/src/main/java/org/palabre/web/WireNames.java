package org.palabre.web;

import java.util.Locale;

/** Names as they are on the wire. */
final class WireNames {

    private WireNames() {}

    static String of(String javaName) {
        return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
