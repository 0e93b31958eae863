package org.palabre.queues.query;

import org.palabre.queues.QueueQuery.FairOverview;
import org.palabre.queues.QueueQuery.FindFairOverview;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.sockets.Following;
import org.palabre.sockets.Topic;
import org.palabre.sockets.Topic.NoParams;
import org.springframework.stereotype.Component;

/** The whole fair, for admins. */
@Component
class FairOverviewTopic implements Topic<NoParams> {

    @Override
    public String name() {
        return "fair-overview";
    }

    @Override
    public Class<NoParams> params() {
        return NoParams.class;
    }

    @Override
    public Following follow(NoParams none, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw new Refused(Common.FORBIDDEN);
        }
        return new Following(new FindFairOverview(), FairOverview.class);
    }
}
