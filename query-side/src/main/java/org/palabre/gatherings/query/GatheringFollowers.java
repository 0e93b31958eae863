package org.palabre.gatherings.query;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.live.Changed;
import org.springframework.stereotype.Component;

/** Tells those who follow gatherings that theirs has changed: once for a batch, when it has committed. */
@Component
class GatheringFollowers {

    private static final String CHANGED = GatheringFollowers.class.getName();

    private final QueryUpdateEmitter updates;

    GatheringFollowers(QueryUpdateEmitter updates) {
        this.updates = updates;
    }

    void changed(GatheringId id) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        batch.<Set<GatheringId>>getOrComputeResource(CHANGED, _ -> {
                    var changed = new HashSet<GatheringId>();
                    batch.afterCommit(_ -> tell(changed));
                    return changed;
                })
                .add(id);
    }

    private void tell(Set<GatheringId> changed) {
        updates.emit(FindGathering.class, query -> changed.contains(query.gatheringId()), new Changed());
    }
}
