package org.palabre.web;

import org.jspecify.annotations.Nullable;
import org.palabre.shared.Change;

/** What is done to texts of one line before they are judged. */
public final class Text {

    private Text() {}

    /** Without white space around it; what was not sent stays not sent. */
    @SuppressWarnings("NullAway") // bodies hold null until they are validated
    public static String trimmed(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    /** The same for a partial change. */
    public static Change<String> trimmed(Change<String> change) {
        return change instanceof Change.Set<String> set && set.value() != null
                ? Change.to(set.value().strip())
                : change;
    }
}
