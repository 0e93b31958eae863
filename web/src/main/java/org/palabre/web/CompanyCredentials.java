package org.palabre.web;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** A company's access token. */
@Component
class CompanyCredentials implements Credentials {

    private final QueryGateway queries;

    CompanyCredentials(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public Optional<Actor.Company> of(String token) {
        if (!AccessToken.looksLikeOne(token)) {
            return Optional.empty();
        }
        var hash = AccessToken.hash(token);
        return queries.query(new FindCompanyByToken(hash), ResponseTypes.optionalInstanceOf(CompanyId.class))
                .join()
                .map(company -> new Actor.Company(company.value(), hash));
    }
}
