package org.palabre.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * All events after a position: from the window, or page by page from the database while behind it. Holds no
 * connection between two reads. A coordinator of Axon asks whether there is more after it has let go of the turn, so two
 * threads may be here at once: each event goes to one of them.
 */
final class EventStream implements BlockingStream<TrackedEventMessage<?>> {

    private final PostgresEventStorageEngine engine;
    private final EventWindow window;

    private long position;
    private Iterator<TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable EventReader behind;
    private @Nullable Runnable callback;
    private volatile boolean closed;

    EventStream(PostgresEventStorageEngine engine, EventWindow window, long position) {
        this.engine = engine;
        this.window = window;
        this.position = position;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(fetch() ? next : null);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long seen = window.version();
            if (fetch()) {
                return true;
            }
            if (!window.await(seen, deadline - System.nanoTime())) {
                return false;
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        Optional<TrackedEventMessage<?>> event = take();
        while (event.isEmpty()) {
            if (closed || window.closed()) {
                throw new IllegalStateException("The event stream is closed");
            }
            hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
            event = take();
        }
        return event.get();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        unlisten();
        this.callback = callback;
        window.listen(callback);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        unlisten();
    }

    private void unlisten() {
        if (callback != null) {
            window.unlisten(callback);
        }
    }

    private synchronized Optional<TrackedEventMessage<?>> take() {
        Optional<TrackedEventMessage<?>> event = peek();
        next = null;
        return event;
    }

    private synchronized boolean fetch() {
        while (next == null && !closed) {
            if (page.hasNext()) {
                next = page.next();
            } else if (!turnPage()) {
                return false;
            }
        }
        return next != null;
    }

    private boolean turnPage() {
        EventPage turned = window.after(position).orElseGet(this::readBehind);
        position = turned.upTo();
        page = turned.events().iterator();
        return !turned.isEmpty();
    }

    private EventPage readBehind() {
        if (behind == null || behind.position() != position) {
            behind = engine.reader(position);
        }
        window.head().ifPresent(behind::settle);
        return behind.next(PostgresEventStorageEngine.PAGE);
    }
}
