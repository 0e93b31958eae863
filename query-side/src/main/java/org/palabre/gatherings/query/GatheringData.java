package org.palabre.gatherings.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.exports.AllRows;
import org.palabre.exports.PersonalData;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.FindInvolvements;
import org.palabre.gatherings.GatheringQuery.GatheringPage;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.InvolvementPage;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringQuery.Wanted;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.shared.Actor;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** What is held about a person and gatherings: their own, and those they come to or are asked to come to. */
@Component
class GatheringData implements PersonalData {

    private final Queries queries;

    GatheringData(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Map<String, Object> of(Actor.Account person) {
        var account = new AccountId(person.id());
        return Map.of(
                "gatherings",
                        Arrays.stream(GatheringStatus.values())
                                .flatMap(status -> own(account, status).stream())
                                .toList(),
                "participations",
                        AllRows.of(page -> queries.answer(new FindInvolvements(account, page), InvolvementPage.class)));
    }

    private List<GatheringView> own(AccountId account, GatheringStatus status) {
        var wanted = new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                "");
        return AllRows.of(page -> queries.answer(
                new FindGatherings(wanted, List.of(), new Viewer(Optional.of(account), false), page),
                GatheringPage.class));
    }
}
