package org.palabre.sockets;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same work whenever it is asked to, on one virtual thread at a time; who asks never waits. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    Worker(Runnable work) {
        this.work = work;
    }

    /** Begins now, or once more after the present time, however often it is asked until then. */
    void wake() {
        if (asked.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::run);
        }
    }

    private void run() {
        int seen;
        do {
            seen = asked.get();
            try {
                work.run();
            } catch (RuntimeException bug) {
                log.error("Live work failed", bug);
            }
        } while (asked.addAndGet(-seen) != 0);
    }
}
