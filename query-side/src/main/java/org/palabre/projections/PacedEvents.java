package org.palabre.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The events for one processor, in portions that fit into its buffer of 1,024. Axon's coordinator rests for 100
 * milliseconds when it has filled that, and a rebuild would wait for it.
 */
class PacedEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    static final int MOST_WAITING = 1_000;
    static final int FEW_WAITING = 500;

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private volatile @Nullable Portions open;

    PacedEvents(StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.events = events;
    }

    /** Tells that one more has left the buffer. */
    void taken() {
        var stream = open;
        if (stream != null) {
            stream.taken();
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var stream = new Portions(events.openStream(token));
        open = stream;
        return stream;
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return events.createTokenAt(time);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return events.createTokenSince(duration);
    }

    /** There is nothing more while enough waits; when little does, there is more again. */
    private static final class Portions implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final AtomicInteger waiting = new AtomicInteger();
        private volatile Runnable whenAvailable = () -> {};

        private Portions(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        private void taken() {
            if (waiting.updateAndGet(number -> Math.max(0, number - 1)) == FEW_WAITING) {
                whenAvailable.run();
            }
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return waiting.get() < MOST_WAITING && stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            var event = stream.nextAvailable();
            waiting.incrementAndGet();
            return event;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            whenAvailable = callback;
            return stream.setOnAvailableCallback(callback);
        }

        /** It has not been put into the buffer. */
        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            taken();
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
