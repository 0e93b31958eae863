package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.ParticipationEvent;
import org.palabre.gatherings.ParticipationEvent.Invited;
import org.palabre.gatherings.ParticipationEvent.ParticipationConfirmed;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.gatherings.ParticipationEvent.ParticipationWithdrawn;
import org.palabre.gatherings.ParticipationEvent.Waitlisted;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.ParticipationStatus;

/** What one account has to do with one gathering that it needs no ticket for. */
@Aggregate
class Participation {

    @AggregateIdentifier
    private ParticipationId id;

    private boolean invited;
    private @Nullable ParticipationStatus status;

    Participation() {}

    boolean invited() {
        return invited;
    }

    /** How the account is in, if it is. */
    Optional<ParticipationStatus> status() {
        return Optional.ofNullable(status);
    }

    void invite(GatheringId gatheringId, AccountId accountId) {
        if (!invited) {
            apply(new Invited(ParticipationId.of(gatheringId, accountId), gatheringId, accountId));
        }
    }

    void confirm(GatheringId gatheringId, AccountId accountId) {
        apply(new ParticipationConfirmed(ParticipationId.of(gatheringId, accountId), gatheringId, accountId));
    }

    void putOnWaitingList(GatheringId gatheringId, AccountId accountId) {
        apply(new Waitlisted(ParticipationId.of(gatheringId, accountId), gatheringId, accountId));
    }

    void promote(GatheringId gatheringId, AccountId accountId) {
        apply(new ParticipationPromoted(id, gatheringId, accountId));
    }

    void withdraw(GatheringId gatheringId, AccountId accountId) {
        apply(new ParticipationWithdrawn(id, gatheringId, accountId));
    }

    @EventSourcingHandler
    void on(ParticipationEvent event) {
        id = event.participationId();
        switch (event) {
            case Invited _ -> invited = true;
            case ParticipationConfirmed _, ParticipationPromoted _ -> status = ParticipationStatus.CONFIRMED;
            case Waitlisted _ -> status = ParticipationStatus.WAITLISTED;
            case ParticipationWithdrawn _ -> status = null;
        }
    }
}
