package org.palabre.projections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.palabre.shared.Positions.Position;

/** What one transaction of a generation does: the rows it changes, and the positions it applies. */
class Batch {

    private static final String RESOURCE = Batch.class.getName();

    private final List<? extends Message<?>> ahead;
    private final Map<Rows<?>, RowsInMemory<?>> rows = new LinkedHashMap<>();
    private final Map<String, Position> applied = new LinkedHashMap<>();

    private Batch(List<? extends Message<?>> ahead) {
        this.ahead = ahead;
    }

    static Optional<Batch> in(UnitOfWork<?> work) {
        return Optional.ofNullable(work.root().getResource(RESOURCE));
    }

    /** Begins one that ends with the unit of work; the rows of these messages are read together. */
    static Batch begin(UnitOfWork<?> work, List<? extends Message<?>> ahead, AppliedPositions positions) {
        var batch = new Batch(ahead);
        work.resources().put(RESOURCE, batch);
        work.onPrepareCommit(_ -> {
            batch.save();
            positions.store(batch.applied.values());
        });
        work.afterCommit(_ -> positions.advance(batch.applied.values()));
        return batch;
    }

    static Batch current() {
        return in(CurrentUnitOfWork.get()).orElseThrow();
    }

    @SuppressWarnings("unchecked") // each table is the key of its own
    <R extends Row> RowsInMemory<R> inMemory(Rows<R> table) {
        return (RowsInMemory<R>) rows.computeIfAbsent(
                table,
                _ -> new RowsInMemory<>(
                        table,
                        ahead.stream()
                                .map(Message::getPayload)
                                .map(table::about)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /** Writes what has changed, so that it can be read in this transaction. */
    void save() {
        rows.values().forEach(RowsInMemory::save);
    }

    /** Takes whatever is in the tables for the truth. */
    void forget() {
        rows.clear();
    }

    void add(DomainEventMessage<?> event) {
        applied.put(
                event.getAggregateIdentifier(),
                new Position(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber()));
    }
}
