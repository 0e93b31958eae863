package org.palabre.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody logs in from.
 *
 * @param userAgent as the browser names itself, at most 500 characters
 */
public record Device(String ip, @Nullable String userAgent) {

    /** Shows nothing, so that no log holds what is personal. */
    @Override
    public String toString() {
        return "Device";
    }
}
