package org.palabre.queues.query;

import java.util.Set;
import javax.sql.DataSource;
import org.palabre.projections.Generation;
import org.palabre.projections.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of the fair. */
@Component
class QueuesProjection implements Projection {

    private final JdbcClient jdbc;
    private final FairTables tables;
    private final FairFollowers followers;

    QueuesProjection(DataSource dataSource, FairTables tables, FairFollowers followers) {
        this.jdbc = JdbcClient.create(dataSource);
        this.tables = tables;
        this.followers = followers;
    }

    @Override
    public String name() {
        return "queues";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Company", "Student");
    }

    @Override
    public String tables() {
        return "/projections/queues.sql";
    }

    @Override
    public Object fold(Generation generation) {
        return new FairFold(jdbc, tables, generation, followers);
    }
}
