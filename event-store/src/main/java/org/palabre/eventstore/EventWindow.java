package org.palabre.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events, read once for all streams. Holds a bounded number of them, and each for a few seconds only: what
 * is erased must not be read from memory much longer.
 */
final class EventWindow {

    private static final Logger LOG = LoggerFactory.getLogger(EventWindow.class);

    private static final int EVENTS = 4_096;
    private static final Duration AGE = PersonalKeys.MEMORY;

    private final NavigableMap<Long, EventPage> pages = new TreeMap<>();
    private final Queue<Arrival> arrivals = new ArrayDeque<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    private OptionalLong head = OptionalLong.empty();
    private int events;
    private long version;
    private boolean closed;

    private record Arrival(EventPage page, long nanos) {}

    /** The position that the window reaches up to, empty until it is open; holes below will never be filled. */
    synchronized OptionalLong head() {
        return head;
    }

    void open(long position) {
        synchronized (this) {
            head = OptionalLong.of(position);
        }
        announce();
    }

    void add(EventPage page) {
        synchronized (this) {
            pages.put(page.after(), page);
            arrivals.add(new Arrival(page, System.nanoTime()));
            events += page.events().size();
            head = OptionalLong.of(page.upTo());
        }
        announce();
    }

    /** Lets go of what is too old or too much. */
    synchronized void forget() {
        long now = System.nanoTime();
        Arrival oldest = arrivals.peek();
        while (oldest != null && (events > EVENTS || now - oldest.nanos() > AGE.toNanos())) {
            arrivals.remove();
            pages.remove(oldest.page().after());
            events -= oldest.page().events().size();
            oldest = arrivals.peek();
        }
    }

    /** What follows the position, be it nothing yet; empty when the window does not reach back that far. */
    synchronized Optional<EventPage> after(long position) {
        forget();
        if (head.isPresent() && position >= head.getAsLong()) {
            return Optional.of(EventPage.nothingAfter(position));
        }
        return Optional.ofNullable(pages.floorEntry(position))
                .map(Map.Entry::getValue)
                .map(page -> page.after(position));
    }

    /** Changes whenever there may be something new. */
    synchronized long version() {
        return version;
    }

    /** Waits until there may be something that was not there at this version; {@code false} when there was not. */
    synchronized boolean await(long seen, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; version == seen && !closed && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return version != seen;
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    synchronized boolean closed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void announce() {
        synchronized (this) {
            version++;
            notifyAll();
        }
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A reader could not be told of new events", e);
            }
        }
    }
}
