package org.palabre.projections;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.palabre.shared.Positions.Position;

/** The positions that one transaction of a generation has applied. */
class Batch {

    private static final String RESOURCE = Batch.class.getName();

    private final Map<String, Position> applied = new LinkedHashMap<>();

    static Batch in(UnitOfWork<?> work, AppliedPositions positions, Runnable committed) {
        var root = work.root();
        var batch = root.<Batch>getResource(RESOURCE);
        if (batch != null) {
            return batch;
        }
        var begun = new Batch();
        root.resources().put(RESOURCE, begun);
        root.onPrepareCommit(_ -> positions.store(begun.applied.values()));
        root.afterCommit(_ -> {
            committed.run();
            positions.advance(begun.applied.values());
        });
        return begun;
    }

    void add(DomainEventMessage<?> event) {
        applied.put(
                event.getAggregateIdentifier(),
                new Position(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber()));
    }
}
