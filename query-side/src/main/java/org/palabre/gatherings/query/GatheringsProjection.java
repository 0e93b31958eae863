package org.palabre.gatherings.query;

import java.util.Set;
import javax.sql.DataSource;
import org.palabre.projections.Generation;
import org.palabre.projections.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of gatherings, their seats, and who comes. */
@Component
class GatheringsProjection implements Projection {

    private final JdbcClient jdbc;
    private final GatheringFollowers followers;

    GatheringsProjection(DataSource dataSource, GatheringFollowers followers) {
        this.jdbc = JdbcClient.create(dataSource);
        this.followers = followers;
    }

    @Override
    public String name() {
        return "gatherings";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Gathering", "Category", "SeatBlock", "Participation", "Ticket", "Tally");
    }

    @Override
    public String tables() {
        return "/projections/gatherings.sql";
    }

    @Override
    public Object fold(Generation generation) {
        return new GatheringsFold(jdbc, generation, followers);
    }
}
