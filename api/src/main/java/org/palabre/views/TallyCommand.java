package org.palabre.views;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/** What the platform asks of a tally. */
public sealed interface TallyCommand {

    /**
     * Counts views: the platform's own; without an answer, and without effect if the batch or a later one is counted
     * already.
     *
     * @param batch from 1, each once
     * @param times everything that was viewed once
     */
    record CountViews(@RoutingKey TallyId tallyId, int batch, List<Viewed.Times> times) implements TallyCommand {

        public CountViews {
            times = List.copyOf(times);
        }
    }
}
