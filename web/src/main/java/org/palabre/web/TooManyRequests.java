package org.palabre.web;

import java.time.Duration;

/** Somebody calls too often; after a while they are let through again. */
public class TooManyRequests extends RuntimeException {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Duration wait;
    private final boolean first;

    TooManyRequests(Duration wait) {
        this(wait, false);
    }

    private TooManyRequests(Duration wait, boolean first) {
        super("Too many requests");
        this.wait = wait;
        this.first = first;
    }

    /** The same, when it was let through until now. */
    TooManyRequests asTheFirst() {
        return new TooManyRequests(wait, true);
    }

    /** Whether nobody was refused for the same reason within the last minute: what is worth writing down. */
    public boolean isFirst() {
        return first;
    }

    /** How long to wait, in whole seconds that suffice. */
    long seconds() {
        return Math.ceilDiv(wait.toNanos(), NANOS);
    }
}
