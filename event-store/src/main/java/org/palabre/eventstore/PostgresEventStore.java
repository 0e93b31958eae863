package org.palabre.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose streams deliver every committed event exactly once, in the order of its index, and are woken
 * as soon as one is committed.
 */
public final class PostgresEventStore extends AbstractEventStore implements AutoCloseable {

    private final PostgresEventStorageEngine engine;
    private final EventWindow window = new EventWindow();
    private final EventTail tail;
    private final Counter appended;

    public PostgresEventStore(PostgresEventStorageEngine engine, MeterRegistry meters) {
        super(new Builder() {}.storageEngine(engine));
        this.engine = engine;
        this.tail = new EventTail(engine, window, meters);
        this.appended = Counter.builder("palabre.eventstore.appended")
                .description("events that were committed")
                .register(meters);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        tail.ensureStarted();
        return new EventStream(engine, window, Position.of(token));
    }

    @Override
    public TrackingToken createHeadToken() {
        OptionalLong settled = window.head();
        return settled.isPresent() ? engine.createHeadToken(settled.getAsLong()) : engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return engine.createTokenAt(instant, createHeadToken());
    }

    /** Ends all streams and the thread that reads for them. */
    @Override
    public void close() {
        tail.close();
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        Transactions.afterCommit(() -> {
            appended.increment(events.size());
            tail.wake();
        });
    }
}
