package org.palabre.deadlines;

import java.time.Duration;

/** An errand cannot be run yet: its deadline stands, and comes again after a pause. */
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
