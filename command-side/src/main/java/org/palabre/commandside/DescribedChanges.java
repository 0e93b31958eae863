package org.palabre.commandside;

import org.axonframework.queryhandling.QueryHandler;
import org.palabre.shared.DescriptionQuery.FindChanges;
import org.palabre.shared.DescriptionQuery.FindReads;
import org.palabre.web.DescriptionOfBothSides;
import org.palabre.web.OtherSide;
import org.palabre.web.Queries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells the query side what this one serves. */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class DescribedChanges {

    private final DescriptionOfBothSides description;

    DescribedChanges(DescriptionOfBothSides description) {
        this.description = description;
    }

    @Bean
    static OtherSide querySide(Queries queries) {
        return new OtherSide(queries, new FindReads());
    }

    @QueryHandler
    String handle(FindChanges query) {
        return description.ofThisSide();
    }
}
