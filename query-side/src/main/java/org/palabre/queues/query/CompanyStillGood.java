package org.palabre.queues.query;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.palabre.shared.Actor;
import org.palabre.sockets.StillGood;
import org.springframework.stereotype.Component;

/** A company stays until its access token is replaced. */
@Component
class CompanyStillGood implements StillGood {

    private final QueryGateway queries;

    CompanyStillGood(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public boolean stillGood(Actor actor) {
        return !(actor instanceof Actor.Company company)
                || queries.query(
                                new FindCompanyByToken(company.tokenHash()),
                                ResponseTypes.optionalInstanceOf(CompanyId.class))
                        .join()
                        .filter(opened -> opened.value().equals(company.id()))
                        .isPresent();
    }
}
