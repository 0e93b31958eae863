package org.palabre.queryside;

import org.axonframework.queryhandling.QueryHandler;
import org.palabre.shared.DescriptionQuery.FindChanges;
import org.palabre.shared.DescriptionQuery.FindReads;
import org.palabre.web.DescriptionOfBothSides;
import org.palabre.web.OtherSide;
import org.palabre.web.Queries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells the command side what this one serves. */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class DescribedReads {

    private final DescriptionOfBothSides description;

    DescribedReads(DescriptionOfBothSides description) {
        this.description = description;
    }

    @Bean
    static OtherSide commandSide(Queries queries) {
        return new OtherSide(queries, new FindChanges());
    }

    @QueryHandler
    String handle(FindReads query) {
        return description.ofThisSide();
    }
}
