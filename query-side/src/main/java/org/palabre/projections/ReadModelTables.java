package org.palabre.projections;

import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.eventstore.PersonalTables;
import org.palabre.eventstore.PersonalTables.RewriteTables;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Rewrites what is personal in the read models when the command side asks for it: it has forgotten somebody. */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class ReadModelTables {

    private final PersonalTables tables;

    ReadModelTables(DataSource dataSource) {
        this.tables = new PersonalTables(dataSource);
    }

    @QueryHandler
    boolean handle(@SuppressWarnings("unused") RewriteTables query) {
        tables.rewrite();
        return true;
    }
}
