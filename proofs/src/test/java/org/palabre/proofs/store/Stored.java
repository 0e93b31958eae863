package org.palabre.proofs.store;

/** An event that is in the table, and at which index. */
record Stored(long index, Event event) {

    @Override
    public String toString() {
        return event + " at " + index;
    }
}
