package org.palabre.views;

import java.util.UUID;

/**
 * Something that was looked at.
 *
 * @param id within its kind
 */
public record Viewed(Kind kind, UUID id) {

    /** What can be looked at. */
    public enum Kind {
        GATHERING,
        PAGE,
        POST,
        DOCUMENT
    }

    /**
     * How often it was looked at.
     *
     * @param count at least 1
     */
    public record Times(Viewed viewed, int count) {}
}
