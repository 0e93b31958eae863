package org.palabre.projections;

import org.palabre.shared.DomainEvent;

/** What happens to tallies, in these tests. */
sealed interface TallyEvent extends DomainEvent {

    record Counted(String tally, int number) implements TallyEvent {}
}
