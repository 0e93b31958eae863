package org.palabre.projections;

import org.palabre.shared.Positions.Position;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a projection has applied the events of each aggregate, whatever node leads it and whatever generation is live. */
class StoredPositions {

    private final JdbcClient jdbc;
    private final String projection;

    StoredPositions(JdbcClient jdbc, String projection) {
        this.jdbc = jdbc;
        this.projection = projection;
    }

    boolean include(Position position) {
        return jdbc.sql("""
                        select sequence from applied_position
                        where generation = (select name || '_' || live from projection where name = ?)
                            and aggregate_id = ?
                        """)
                .params(projection, position.aggregate())
                .query(Long.class)
                .optional()
                .filter(sequence -> sequence >= position.sequence())
                .isPresent();
    }
}
