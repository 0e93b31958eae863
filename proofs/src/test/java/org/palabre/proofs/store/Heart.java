package org.palabre.proofs.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Beats 200 times a second where the machine is free, and more slowly where it is busy, as everybody else on it. What
 * took fewer beats would not have taken longer on a free machine.
 */
final class Heart {

    /** As many as a free machine has in a second. */
    static final int BEATS_OF_A_SECOND = 200;

    private static final Duration PAUSE = Duration.ofSeconds(1).dividedBy(BEATS_OF_A_SECOND);

    private final List<Long> beats = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("heart").start(this::beat);

    /** All its beats, now that it stops. */
    List<Long> stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
        return beats;
    }

    private void beat() {
        while (!Thread.currentThread().isInterrupted()) {
            beats.add(System.nanoTime());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
