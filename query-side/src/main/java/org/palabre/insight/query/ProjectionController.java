package org.palabre.insight.query;

import org.palabre.insight.InsightQuery.DeadLetterPage;
import org.palabre.insight.InsightQuery.DeadLetterView;
import org.palabre.insight.InsightQuery.FindDeadLetters;
import org.palabre.insight.InsightQuery.FindProjections;
import org.palabre.insight.InsightQuery.ProjectionPage;
import org.palabre.insight.InsightQuery.ProjectionView;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectionController {

    private final Queries queries;

    ProjectionController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/admin/projections")
    @Allow(Who.ADMIN)
    Listing<ProjectionView> projections(Page.Request page) {
        return Listing.of(queries.answer(new FindProjections(page), ProjectionPage.class), page);
    }

    @GetMapping("/api/admin/dead-letters")
    @Allow(Who.ADMIN)
    Listing<DeadLetterView> deadLetters(Page.Request page) {
        return Listing.of(queries.answer(new FindDeadLetters(page), DeadLetterPage.class), page);
    }
}
