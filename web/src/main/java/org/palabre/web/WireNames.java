package org.palabre.web;

import java.util.Locale;

/** Names as they are on the wire. */
public final class WireNames {

    private WireNames() {}

    public static String of(String javaName) {
        return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
