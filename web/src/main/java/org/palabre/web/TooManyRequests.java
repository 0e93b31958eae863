package org.palabre.web;

import java.time.Duration;

/** Somebody calls too often; after a while they are let through again. */
public class TooManyRequests extends RuntimeException {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Duration wait;

    TooManyRequests(Duration wait) {
        super("Too many requests");
        this.wait = wait;
    }

    /** How long to wait, in whole seconds that suffice. */
    long seconds() {
        return Math.ceilDiv(wait.toNanos(), NANOS);
    }
}
