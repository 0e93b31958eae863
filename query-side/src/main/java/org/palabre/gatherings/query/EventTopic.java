package org.palabre.gatherings.query;

import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.sockets.Following;
import org.palabre.sockets.Topic;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** A gathering, for whoever may see it. */
@Component
class EventTopic implements Topic<EventTopic.Params> {

    private final Queries queries;

    EventTopic(Queries queries) {
        this.queries = queries;
    }

    record Params(GatheringId id) {}

    @Override
    public String name() {
        return "event";
    }

    @Override
    public Class<Params> params() {
        return Params.class;
    }

    /** What is public stays so, and is asked for once for all who follow it. */
    @Override
    public Following follow(Params params, Actor actor) {
        var forAll = new FindGathering(params.id(), Viewer.ANYONE);
        if (isThere(forAll)) {
            return new Following(forAll, GatheringView.class);
        }
        var own = new FindGathering(params.id(), Viewer.of(actor));
        if (isThere(own)) {
            return new Following(own, GatheringView.class);
        }
        throw new Refused(Common.NOT_FOUND);
    }

    private boolean isThere(FindGathering query) {
        return queries.find(query, GatheringView.class).isPresent();
    }
}
