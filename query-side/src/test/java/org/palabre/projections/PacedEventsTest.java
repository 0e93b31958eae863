package org.palabre.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.projections.PacedEvents.FEW_WAITING;
import static org.palabre.projections.PacedEvents.MOST_WAITING;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;

/** A processor has as many events before it as anybody could want. */
class PacedEventsTest {

    private final AtomicInteger called = new AtomicInteger();
    private final PacedEvents events = new PacedEvents(endless());
    private final BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null);

    @Test
    void there_is_nothing_more_while_enough_waits_and_it_says_when_little_does() throws Exception {
        stream.setOnAvailableCallback(called::incrementAndGet);
        assertThat(all()).isEqualTo(MOST_WAITING);
        assertThat(all()).isZero();

        take(MOST_WAITING - FEW_WAITING - 1);
        assertThat(called).hasValue(0);
        take(1);
        assertThat(called).hasValue(1);
        assertThat(all()).isEqualTo(MOST_WAITING - FEW_WAITING);
    }

    @Test
    void what_is_not_for_the_processor_does_not_wait() throws Exception {
        for (int i = 0; i < 2 * MOST_WAITING; i++) {
            assertThat(stream.hasNextAvailable()).isTrue();
            stream.skipMessagesWithPayloadTypeOf(stream.nextAvailable());
        }
    }

    @Test
    void who_begins_again_has_nothing_waiting() throws Exception {
        all();
        assertThat(events.openStream(null).hasNextAvailable()).isTrue();
    }

    private int all() throws InterruptedException {
        var number = 0;
        while (stream.hasNextAvailable()) {
            stream.nextAvailable();
            number++;
        }
        return number;
    }

    private void take(int number) {
        for (int i = 0; i < number; i++) {
            events.taken();
        }
    }

    private static StreamableMessageSource<TrackedEventMessage<?>> endless() {
        return new StreamableMessageSource<>() {

            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
                return new Endless();
            }
        };
    }

    private static final class Endless implements BlockingStream<TrackedEventMessage<?>> {

        private long position;

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.of(event(position + 1));
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return event(++position);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return true;
        }

        @Override
        public void close() {}

        private static TrackedEventMessage<?> event(long position) {
            return new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(position), new GenericEventMessage<>(position));
        }
    }
}
