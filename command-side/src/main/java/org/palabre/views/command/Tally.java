package org.palabre.views.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.views.TallyCommand.CountViews;
import org.palabre.views.TallyEvent;
import org.palabre.views.TallyEvent.ViewsCounted;
import org.palabre.views.TallyId;

/** What one node has counted for a while: batch after batch, each once, however often it is sent. */
@Aggregate
class Tally {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private TallyId id;

    private int newestBatch;

    Tally() {}

    void count(CountViews command) {
        if (command.batch() > newestBatch) {
            apply(new ViewsCounted(command.tallyId(), command.batch(), command.times()));
        }
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        switch (event) {
            case ViewsCounted counted -> {
                id = counted.tallyId();
                newestBatch = counted.batch();
            }
        }
    }
}
