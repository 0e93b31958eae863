package org.palabre.sockets;

import java.util.concurrent.TimeUnit;

/** Counts the frames of one socket, minute by minute. Used by the one thread that takes them. */
class FrameLimit {

    private final int allowed;
    private long minute = System.nanoTime();
    private int taken;

    /**
     * @param allowed in a minute; any number where it is 0
     */
    FrameLimit(int allowed) {
        this.allowed = allowed;
    }

    /** Takes one more, if it is not too many. */
    boolean take() {
        var now = System.nanoTime();
        if (now - minute >= TimeUnit.MINUTES.toNanos(1)) {
            minute = now;
            taken = 0;
        }
        taken++;
        return allowed == 0 || taken <= allowed;
    }
}
