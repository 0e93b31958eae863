package org.palabre.views;

import java.util.List;
import org.palabre.shared.DomainEvent;

/** What has happened to a tally. */
public sealed interface TallyEvent extends DomainEvent {

    /** Things were looked at; the fields are those of {@link TallyCommand.CountViews}. */
    record ViewsCounted(TallyId tallyId, int batch, List<Viewed.Times> times) implements TallyEvent {

        public ViewsCounted {
            times = List.copyOf(times);
        }
    }
}
