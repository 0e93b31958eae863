package org.palabre.projections;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** A generation at work. */
class RunningGeneration {

    private final Generation generation;
    private final PooledStreamingEventProcessor processor;
    private final DeadLetteringEventHandlerInvoker deadLetters;
    private final AppliedPositions positions;
    private final StoredTokens tokens;
    private final ScheduledExecutorService threads;

    RunningGeneration(
            Generation generation,
            PooledStreamingEventProcessor processor,
            DeadLetteringEventHandlerInvoker deadLetters,
            AppliedPositions positions,
            StoredTokens tokens,
            ScheduledExecutorService threads) {
        this.generation = generation;
        this.processor = processor;
        this.deadLetters = deadLetters;
        this.positions = positions;
        this.tokens = tokens;
        this.threads = threads;
    }

    Generation generation() {
        return generation;
    }

    AppliedPositions positions() {
        return positions;
    }

    void start() {
        processor.start();
    }

    /** Finishes the batch it is at. */
    void stop() {
        processor.shutDown();
    }

    void close() {
        stop();
        threads.shutdown();
        positions.end();
    }

    void retry(String aggregate) {
        deadLetters.process(letter -> letter.message() instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(aggregate));
    }

    boolean failed() {
        return processor.isError()
                || status().map(EventTrackerStatus::isErrorState).orElse(false);
    }

    /** The global index of the newest event it has got past, at hand or else as stored; 0 before the first. */
    long position() {
        return status().map(EventTrackerStatus::getTrackingToken).or(() -> tokens.of(generation)).stream()
                .mapToLong(token -> token.position().orElse(0))
                .findFirst()
                .orElse(0);
    }

    private Optional<EventTrackerStatus> status() {
        return processor.processingStatus().values().stream().findFirst();
    }
}
