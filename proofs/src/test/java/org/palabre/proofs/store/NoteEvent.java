package org.palabre.proofs.store;

import org.palabre.shared.DomainEvent;

/** What is written in these experiments. */
sealed interface NoteEvent extends DomainEvent {

    record NoteWritten(String text) implements NoteEvent {}
}
