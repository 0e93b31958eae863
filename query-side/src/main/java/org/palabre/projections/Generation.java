package org.palabre.projections;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * One of the lives of a projection. It has tables of its own; readers see those of the generation that is live, while the
 * next one is built in silence.
 */
public final class Generation {

    private final String projection;
    private final int number;
    private volatile long silentUpTo;

    Generation(String projection, int number, boolean live) {
        this.projection = projection;
        this.number = number;
        this.silentUpTo = live ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Whether followers are to be told of the event at this token: others have told them of those before. */
    public boolean speaksAt(TrackingToken token) {
        return position(token) > silentUpTo;
    }

    void speakAfter(long position) {
        silentUpTo = position;
    }

    void beSilent() {
        silentUpTo = Long.MAX_VALUE;
    }

    int number() {
        return number;
    }

    String projection() {
        return projection;
    }

    /** The name of its schema and of its processor. */
    String name() {
        return projection + "_" + number;
    }

    private static long position(TrackingToken token) {
        OptionalLong position = token.position();
        return position.orElse(Long.MIN_VALUE);
    }
}
