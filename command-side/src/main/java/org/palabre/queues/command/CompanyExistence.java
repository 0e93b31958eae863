package org.palabre.queues.command;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.web.Existence;
import org.springframework.stereotype.Component;

@Component
class CompanyExistence implements Existence<CompanyId> {

    private final QueryGateway queries;

    CompanyExistence(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public Class<CompanyId> id() {
        return CompanyId.class;
    }

    @Override
    public boolean exists(CompanyId id) {
        return queries.query(new FindCompany(id), ResponseTypes.optionalInstanceOf(CompanyView.class))
                .join()
                .isPresent();
    }
}
