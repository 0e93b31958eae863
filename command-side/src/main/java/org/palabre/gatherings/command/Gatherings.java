package org.palabre.gatherings.command;

import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.gatherings.GatheringId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** The gatherings that there are, and who may know of them and touch them. */
@Component
class Gatherings {

    private final Repository<Gathering> gatherings;
    private final Seats seats;

    Gatherings(Repository<Gathering> gatherings, Seats seats) {
        this.gatherings = gatherings;
        this.seats = seats;
    }

    Aggregate<Gathering> add(Callable<Gathering> gathering) throws Exception {
        return gatherings.newInstance(gathering);
    }

    Aggregate<Gathering> load(GatheringId id) {
        return gatherings.load(id.toString());
    }

    /** The gathering, if it is the actor's own. */
    Aggregate<Gathering> own(GatheringId id, Actor actor) {
        var account = actor.active();
        var gathering = load(id);
        if (!isOwner(gathering, account)) {
            throw new Refused(mayKnow(gathering, account) ? Common.FORBIDDEN : Common.NOT_FOUND);
        }
        return gathering;
    }

    /** Refuses as not found what the actor may not know of. What was ever offered everybody may. */
    void requireKnown(GatheringId id, Actor actor) {
        if (!seats.opened(id) && !mayKnow(load(id), actor.active())) {
            throw new Refused(Common.NOT_FOUND);
        }
    }

    private static boolean mayKnow(Aggregate<Gathering> gathering, Actor.Account account) {
        return gathering.invoke(Gathering::published) || isOwner(gathering, account) || account.has(Role.ADMIN);
    }

    private static boolean isOwner(Aggregate<Gathering> gathering, Actor.Account account) {
        return gathering.invoke(Gathering::creator).value().equals(account.id());
    }
}
