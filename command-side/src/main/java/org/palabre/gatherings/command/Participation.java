package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
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
@Aggregate(cache = "aggregates")
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

    /** Comes in, with a seat or to wait for one. */
    void begin(GatheringId gatheringId, AccountId accountId, boolean seated) {
        refuseUnless(null);
        var participationId = ParticipationId.of(gatheringId, accountId);
        apply(
                seated
                        ? new ParticipationConfirmed(participationId, gatheringId, accountId)
                        : new Waitlisted(participationId, gatheringId, accountId));
    }

    void promote(GatheringId gatheringId, AccountId accountId) {
        apply(new ParticipationPromoted(id, gatheringId, accountId));
    }

    /** Goes out, if the account is still in as it was when its place was given up. */
    void withdraw(GatheringId gatheringId, AccountId accountId, ParticipationStatus before) {
        refuseUnless(before);
        apply(new ParticipationWithdrawn(id, gatheringId, accountId));
    }

    /** Blocks are loaded first; meanwhile somebody else may have changed this. */
    private void refuseUnless(@Nullable ParticipationStatus expected) {
        if (status != expected) {
            throw new ConcurrencyException("The participation has changed meanwhile");
        }
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
