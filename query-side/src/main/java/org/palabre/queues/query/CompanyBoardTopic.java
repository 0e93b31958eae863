package org.palabre.queues.query;

import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.BoardView;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.sockets.Following;
import org.palabre.sockets.Topic;
import org.springframework.stereotype.Component;

/** A company's board, for that company and for admins. */
@Component
class CompanyBoardTopic implements Topic<CompanyBoardTopic.Stand> {

    record Stand(CompanyId companyId) {}

    @Override
    public String name() {
        return "company-board";
    }

    @Override
    public Class<Stand> params() {
        return Stand.class;
    }

    @Override
    public Following follow(Stand stand, Actor actor) {
        var own = actor instanceof Actor.Company company
                && company.id().equals(stand.companyId().value());
        if (!own && !actor.has(Role.ADMIN)) {
            throw new Refused(Common.FORBIDDEN);
        }
        return new Following(new FindBoard(stand.companyId()), BoardView.class);
    }
}
