package org.palabre.web;

import java.util.Optional;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** A company's access token. */
@Component
class CompanyCredentials implements Credentials {

    private final Queries queries;

    CompanyCredentials(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<Actor.Company> of(String token) {
        if (!AccessToken.looksLikeOne(token)) {
            return Optional.empty();
        }
        var hash = AccessToken.hash(token);
        return queries.find(new FindCompanyByToken(hash), CompanyId.class)
                .map(company -> new Actor.Company(company.value(), hash));
    }
}
