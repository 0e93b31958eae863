package org.palabre.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * All events with {@code after < index <= upTo}; none of them will ever be joined by another.
 *
 * @param events may be fewer or more than the rows they come from, because of upcasters
 * @param atHole whether a hole that may still be filled kept the page from going on
 */
record EventPage(long after, long upTo, List<TrackedEventMessage<?>> events, boolean atHole) {

    static EventPage nothingAfter(long position) {
        return new EventPage(position, position, List.of(), false);
    }

    boolean isEmpty() {
        return upTo == after;
    }

    /** What is left of this page for one who has read up to the position. */
    EventPage after(long position) {
        if (position == after) {
            return this;
        }
        List<TrackedEventMessage<?>> rest = events.stream()
                .<TrackedEventMessage<?>>map(event -> event)
                .filter(event -> Position.of(event.trackingToken()) > position)
                .toList();
        return new EventPage(position, upTo, rest, atHole);
    }
}
