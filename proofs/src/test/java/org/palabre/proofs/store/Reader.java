package org.palabre.proofs.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.palabre.proofs.store.Reading.Delivery;

/** Reads one stream until it has seen the last event, and keeps account of it. */
final class Reader implements Callable<Reading> {

    /** How long to wait for an event that may never come: reached only where one was skipped. */
    private static final int GIVE_UP_SECONDS = 20;

    private static final int EVENTS_BETWEEN_RESTS = 2_000;

    /** Longer than a store remembers what it has read, so that who comes back has to read behind. */
    private static final int REST_SECONDS = 3;

    private final String name;
    private final EventStore events;
    private final @Nullable TrackingToken from;
    private final Pace pace;
    private final CountDownLatch written;

    enum Pace {
        /** Takes what it gets as soon as it gets it. */
        LIVE,
        /** Falls behind again and again, for as long as there is writing. */
        RESTING
    }

    Reader(String name, EventStore events, @Nullable TrackingToken from, Pace pace, CountDownLatch written) {
        this.name = name;
        this.events = events;
        this.from = from;
        this.pace = pace;
        this.written = written;
    }

    @Override
    public Reading call() throws InterruptedException {
        List<Delivery> deliveries = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(from)) {
            boolean more = true;
            while (more) {
                long asked = System.nanoTime();
                if (stream.hasNextAvailable(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
                    deliveries.add(next(stream, asked));
                    more = !isLast(deliveries) || stream.hasNextAvailable();
                    rest(deliveries.size());
                } else {
                    more = written.getCount() > 0;
                }
            }
        }
        return new Reading(name, from == null ? 0 : from.position().orElseThrow(), deliveries);
    }

    private static Delivery next(BlockingStream<TrackedEventMessage<?>> stream, long asked)
            throws InterruptedException {
        TrackedEventMessage<?> message = stream.nextAvailable();
        return new Delivery(
                asked,
                System.nanoTime(),
                new Stored(
                        message.trackingToken().position().orElseThrow(), Event.of((DomainEventMessage<?>) message)));
    }

    private static boolean isLast(List<Delivery> deliveries) {
        return deliveries.getLast().stored().event().aggregate().equals(Experiment.LAST);
    }

    private void rest(int delivered) throws InterruptedException {
        if (pace == Pace.RESTING && delivered % EVENTS_BETWEEN_RESTS == 0) {
            var _ = written.await(REST_SECONDS, TimeUnit.SECONDS);
        }
    }
}
