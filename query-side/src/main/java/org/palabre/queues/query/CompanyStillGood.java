package org.palabre.queues.query;

import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.palabre.shared.Actor;
import org.palabre.sockets.StillGood;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** A company stays until its access token is replaced. */
@Component
class CompanyStillGood implements StillGood {

    private final Queries queries;

    CompanyStillGood(Queries queries) {
        this.queries = queries;
    }

    @Override
    public boolean stillGood(Actor actor) {
        return !(actor instanceof Actor.Company company)
                || queries.find(new FindCompanyByToken(company.tokenHash()), CompanyId.class)
                        .filter(opened -> opened.value().equals(company.id()))
                        .isPresent();
    }
}
