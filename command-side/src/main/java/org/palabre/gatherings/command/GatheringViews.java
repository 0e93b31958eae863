package org.palabre.gatherings.command;

import org.palabre.gatherings.GatheringQuery.FindSurroundings;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Surroundings;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Adds to a gathering what it does not decide itself: who comes, how many look at it, how others are called. */
@Component
class GatheringViews {

    private final Queries queries;

    GatheringViews(Queries queries) {
        this.queries = queries;
    }

    GatheringView of(GatheringDetails gathering) {
        var surroundings = queries.answer(
                new FindSurroundings(
                        gathering.id(),
                        gathering.creator(),
                        gathering.announcement().category()),
                Surroundings.class);
        return GatheringView.of(gathering, surroundings);
    }
}
