package org.palabre.gatherings.command;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.ParticipationEvent;
import org.palabre.gatherings.ParticipationId;
import org.springframework.stereotype.Component;

/** Participations as their history has them, read without loading and locking them: seats are loaded first. */
@Component
class StoredParticipations {

    private final EventStore events;

    StoredParticipations(EventStore events) {
        this.events = events;
    }

    /** What there is; whoever has nothing to do with the gathering is neither invited nor in. */
    Participation of(GatheringId gatheringId, AccountId accountId) {
        var participation = new Participation();
        events.readEvents(ParticipationId.of(gatheringId, accountId).toString(), 0)
                .asStream()
                .forEach(event -> participation.on((ParticipationEvent) event.getPayload()));
        return participation;
    }
}
