package org.palabre.queues.command;

import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.web.Existence;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

@Component
class CompanyExistence implements Existence<CompanyId> {

    private final Queries queries;

    CompanyExistence(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Class<CompanyId> id() {
        return CompanyId.class;
    }

    @Override
    public boolean exists(CompanyId id) {
        return queries.find(new FindCompany(id), CompanyView.class).isPresent();
    }
}
