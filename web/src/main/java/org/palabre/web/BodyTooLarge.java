package org.palabre.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body goes on beyond what this platform reads. */
class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("The body is too large");
    }

    static boolean isCauseOf(Throwable failure) {
        @Nullable Throwable each = failure;
        while (each != null && !(each instanceof BodyTooLarge)) {
            each = each.getCause();
        }
        return each != null;
    }
}
