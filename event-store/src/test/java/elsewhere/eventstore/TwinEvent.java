package elsewhere.eventstore;

import org.palabre.shared.DomainEvent;

/** Has an event of the same stored name as the notes' family, in a package that no scan sees. */
public sealed interface TwinEvent extends DomainEvent {

    record NoteWritten() implements TwinEvent {}
}
