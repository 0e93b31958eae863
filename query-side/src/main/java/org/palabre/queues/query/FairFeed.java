package org.palabre.queues.query;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.queues.CompanyId;
import org.palabre.queues.FairNews;
import org.palabre.queues.FairNews.FollowFair;
import org.palabre.queues.StudentId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.sockets.Feed;
import org.springframework.stereotype.Component;

/** Tells students and companies what concerns them, and admins everything. */
@Component
class FairFeed implements Feed<FairNews> {

    @Override
    public Class<FairNews> news() {
        return FairNews.class;
    }

    /** What happens cannot be asked for beforehand; a subscription query needs somebody who says so. */
    @QueryHandler
    Optional<FairNews> handle(FollowFair query) {
        return Optional.empty();
    }

    @Override
    public List<FollowFair> follow(Actor actor) {
        return switch (actor) {
            case Actor.Company company ->
                List.of(new FollowFair(Optional.empty(), Optional.of(new CompanyId(company.id()))));
            case Actor.Account account
            when account.has(Role.ADMIN) -> List.of(new FollowFair(Optional.empty(), Optional.empty()));
            case Actor.Account account
            when account.has(Role.STUDENT) ->
                List.of(new FollowFair(Optional.of(StudentId.of(account.id())), Optional.empty()));
            case Actor.Account _, Actor.Anyone _, Actor.Platform _ -> List.of();
        };
    }
}
