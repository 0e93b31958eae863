package org.palabre.proofs.store;

import org.axonframework.eventhandling.DomainEventMessage;

/** An event by its own identifier: where a transaction was rolled back, another may fill the same place. */
record Event(String id, String aggregate, long sequence) {

    static Event of(DomainEventMessage<?> message) {
        return new Event(message.getIdentifier(), message.getAggregateIdentifier(), message.getSequenceNumber());
    }

    @Override
    public String toString() {
        return aggregate + "/" + sequence;
    }
}
