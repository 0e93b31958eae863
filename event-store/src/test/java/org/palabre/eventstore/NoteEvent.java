package org.palabre.eventstore;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;

/** What happens to notes, in these tests. */
sealed interface NoteEvent extends DomainEvent {

    record NoteWritten(String text) implements NoteEvent {}

    @Revision("2")
    record NoteSigned(Personal author, Instant at) implements NoteEvent {}
}
