package org.palabre.deadlines;

import java.time.Duration;

/** Something could not be done yet, and it is known when it can be: the deadline stands, and comes again then. */
public class Postponed extends RuntimeException {

    private final Duration pause;

    public Postponed(Duration pause) {
        super("postponed by " + pause, null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
