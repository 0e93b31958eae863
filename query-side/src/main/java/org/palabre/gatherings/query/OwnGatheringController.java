package org.palabre.gatherings.query;

import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.EventStats;
import org.palabre.gatherings.GatheringQuery.FindEventStats;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.FindParticipants;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.ParticipantPage;
import org.palabre.gatherings.GatheringQuery.ParticipantView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.ParticipationStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows owners who comes to their gatherings, and how these do. */
@RestController
class OwnGatheringController {

    private final Queries queries;

    OwnGatheringController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/events/{id}/participants")
    @Allow(Who.OWNER)
    Listing<ParticipantView> participants(
            @PathVariable GatheringId id,
            @RequestParam Optional<ParticipationStatus> status,
            @Me Actor.Account me,
            Page.Request page) {
        requireOwner(id, me);
        return Listing.of(queries.answer(new FindParticipants(id, status, page), ParticipantPage.class), page);
    }

    @GetMapping("/api/events/{id}/stats")
    @Allow(Who.OWNER)
    EventStats stats(@PathVariable GatheringId id, @Me Actor.Account me) {
        requireOwner(id, me);
        return queries.one(new FindEventStats(id), EventStats.class);
    }

    private void requireOwner(GatheringId id, Actor.Account me) {
        var gathering = queries.one(new FindGathering(id, Viewer.of(me)), GatheringView.class);
        if (!gathering.creator().id().equals(new AccountId(me.id()))) {
            throw new Refused(Common.FORBIDDEN);
        }
    }
}
