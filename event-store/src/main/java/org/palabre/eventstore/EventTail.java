package org.palabre.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads new events for all streams: when woken, and every second for what other processes
 * appended, or soon again while events come. Where it is at a hole it looks again soon; when the database is away it tries again, from where it was.
 */
final class EventTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FLOWING = Duration.ofMillis(10);
    private static final Duration AT_HOLE_FIRST = Duration.ofMillis(2);
    private static final Duration AT_HOLE = Duration.ofMillis(50);
    private static final Duration OUTAGE = Duration.ofMillis(500);

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final PostgresEventStorageEngine engine;
    private final EventWindow window;
    private final MeterRegistry meters;
    private final Timer holeWait;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("event-tail").unstarted(this::run);

    private @Nullable EventReader reader;
    private Timer.@Nullable Sample hole;
    private Duration pause = IDLE;
    private boolean outage;

    EventTail(PostgresEventStorageEngine engine, EventWindow window, MeterRegistry meters) {
        this.engine = engine;
        this.window = window;
        this.meters = meters;
        this.holeWait = Timer.builder("palabre.eventstore.hole.wait")
                .description("How long readers waited for a transaction that had drawn an index and not ended")
                .register(meters);
    }

    synchronized void ensureStarted() {
        if (thread.getState() == Thread.State.NEW && !window.closed()) {
            thread.start();
        }
    }

    /** Tells that something was committed. */
    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    @Override
    public synchronized void close() {
        window.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!window.closed()) {
                wakes.drainPermits();
                pause = readOrRecover();
                window.forget();
                var _ = wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration readOrRecover() {
        try {
            Duration next = read();
            if (outage) {
                LOG.info("Reading events again");
                outage = false;
            }
            return next;
        } catch (RuntimeException e) {
            if (!outage && !window.closed()) {
                LOG.warn("Cannot read events; trying again until it works", e);
                outage = true;
            }
            return OUTAGE;
        }
    }

    /** @return how long to wait before reading again, unless woken */
    private Duration read() {
        if (reader == null) {
            reader = engine.reader(Position.of(engine.createHeadToken()));
            window.open(reader.position());
        }
        EventPage page = reader.next(hole == null ? PostgresEventStorageEngine.PAGE : 1);
        if (page.isEmpty() && page.atHole()) {
            return waitAtHole();
        }
        if (page.isEmpty()) {
            return IDLE;
        }
        if (hole != null) {
            hole.stop(holeWait);
            hole = null;
        }
        window.add(page);
        return page.atHole() || page.events().size() == PostgresEventStorageEngine.PAGE ? Duration.ZERO : FLOWING;
    }

    private Duration waitAtHole() {
        if (hole == null) {
            hole = Timer.start(meters);
            return AT_HOLE_FIRST;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(AT_HOLE) < 0 ? longer : AT_HOLE;
    }
}
