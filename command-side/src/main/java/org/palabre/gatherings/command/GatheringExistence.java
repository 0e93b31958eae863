package org.palabre.gatherings.command;

import java.util.Optional;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.web.Existence;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

@Component
class GatheringExistence implements Existence<GatheringId> {

    private static final Viewer EVERYTHING = new Viewer(Optional.empty(), true);

    private final Queries queries;

    GatheringExistence(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Class<GatheringId> id() {
        return GatheringId.class;
    }

    @Override
    public boolean exists(GatheringId id) {
        return queries.find(new FindGathering(id, EVERYTHING), GatheringView.class)
                .isPresent();
    }
}
