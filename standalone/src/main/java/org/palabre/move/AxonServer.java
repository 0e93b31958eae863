package org.palabre.move;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;

/** The event store that is moved to. Nothing is waited for without an end. */
final class AxonServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BUFFER = 1_000;

    private final String address;
    private final AxonServerConnectionManager connections;
    private final EventChannel events;

    /** Connects as both sides would, with their settings. */
    AxonServer(AxonServerConfiguration settings) {
        settings.setComponentName("palabre-move");
        address = settings.getServers();
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .build();
        events = connections.getConnection(settings.getContext()).eventChannel();
    }

    /** How many events it holds. */
    long count() {
        return lastPosition() + 1;
    }

    /** Reads what it holds now, from the first event to the last. */
    <T> T read(Function<Iterator<Event>, T> reader) {
        var last = lastPosition();
        // a stream begins after the position that it is given
        try (var stream = events.openStream(-1, BUFFER, BUFFER / 2)) {
            return reader.apply(new Held(stream, last));
        }
    }

    /** Appends all of them or none. */
    void append(List<Event> batch) {
        var transaction = events.startAppendEventsTransaction();
        batch.forEach(transaction::appendEvent);
        var confirmation = answer(transaction.commit());
        if (!confirmation.getSuccess()) {
            throw new CannotMove(
                    "Axon Server did not keep what it was given. Look into its log; then run the move again.");
        }
    }

    @Override
    public void close() {
        connections.shutdown();
    }

    /** Where its last event is, the first being 0; before that where there is none. */
    private long lastPosition() {
        return answer(events.getLastToken());
    }

    private <T> T answer(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw lost(failure.getCause());
        } catch (TimeoutException _) {
            throw lost(null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CannotMove("The move was interrupted. Run it again.");
        }
    }

    private CannotMove lost(@Nullable Throwable cause) {
        return new CannotMove("Axon Server at %s does not answer as it should: %s. Run the move again when it does."
                .formatted(
                        address,
                        cause == null
                                ? "nothing came for %d seconds".formatted(PATIENCE.toSeconds())
                                : cause.getMessage()));
    }

    /** What the stream brings, up to the last position: it would wait there for events to come. */
    private final class Held implements Iterator<Event> {

        private final EventStream stream;
        private final long last;
        private long position = -1;

        Held(EventStream stream, long last) {
            this.stream = stream;
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            return position < last;
        }

        @Override
        public Event next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                var next = stream.nextIfAvailable(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (next == null) {
                    throw lost(stream.getError().orElse(null));
                }
                position = next.getToken();
                return next.getEvent();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CannotMove("The move was interrupted. Run it again.");
            }
        }
    }
}
