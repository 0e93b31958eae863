package org.palabre.payments.query;

import java.util.Set;
import javax.sql.DataSource;
import org.palabre.projections.Generation;
import org.palabre.projections.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of payments, plans and subscriptions. */
@Component
class PaymentsProjection implements Projection {

    private final JdbcClient jdbc;

    PaymentsProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Payment", "Plan", "Subscription", "Account");
    }

    @Override
    public String tables() {
        return "/projections/payments.sql";
    }

    @Override
    public Object fold(Generation generation) {
        return new PaymentsFold(jdbc);
    }
}
