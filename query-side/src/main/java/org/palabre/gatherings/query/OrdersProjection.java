package org.palabre.gatherings.query;

import java.util.Set;
import javax.sql.DataSource;
import org.palabre.projections.Generation;
import org.palabre.projections.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of orders and tickets. */
@Component
class OrdersProjection implements Projection {

    private final JdbcClient jdbc;

    OrdersProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Order", "Ticket", "Account");
    }

    @Override
    public String tables() {
        return "/projections/orders.sql";
    }

    @Override
    public Object fold(Generation generation) {
        return new OrdersFold(jdbc);
    }
}
