package org.palabre.proofs.store;

/** A promise of an event store that was broken in a run. */
sealed interface Violation {

    /** The writer was told that the event is committed, and it is not there. */
    record Lost(Event event) implements Violation {}

    /** The event is committed, and the reader never saw it. */
    record Skipped(String reader, Stored stored) implements Violation {}

    /** The reader saw what is not in the table, or not there. */
    record Invented(String reader, Stored stored) implements Violation {}

    record Repeated(String reader, Stored stored) implements Violation {}

    /** The reader had been at a later index already. */
    record OutOfOrder(String reader, Stored stored) implements Violation {}

    /** The event does not follow the last one that the reader had of its aggregate. */
    record OutOfSequence(String reader, Stored stored) implements Violation {}

    /** The reader stood at a hole for more than a second, though nobody could fill it any more. */
    record Waited(Wait atHole) implements Violation {}
}
