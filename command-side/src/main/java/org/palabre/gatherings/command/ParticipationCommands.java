package org.palabre.gatherings.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Patience;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.ParticipationView;
import org.palabre.gatherings.ParticipationCommand;
import org.palabre.gatherings.ParticipationCommand.TakePart;
import org.palabre.gatherings.ParticipationCommand.TakenPart;
import org.palabre.gatherings.ParticipationCommand.WithdrawFrom;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.ParticipationStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Lets people take part where no ticket is needed, and withdraw. */
@Component
class ParticipationCommands {

    private final Gatherings gatherings;
    private final Seats seats;
    private final StoredParticipations stored;
    private final Repository<Participation> participations;
    private final Patience patience;

    ParticipationCommands(
            Gatherings gatherings,
            Seats seats,
            StoredParticipations stored,
            Repository<Participation> participations,
            Patience patience) {
        this.gatherings = gatherings;
        this.seats = seats;
        this.stored = stored;
        this.participations = participations;
        this.patience = patience;
    }

    @CommandHandler
    TakenPart handle(TakePart command, Actor actor) throws Exception {
        requireOneself(command.accountId(), actor);
        var gatheringId = command.gatheringId();
        var accountId = command.accountId();
        gatherings.requireKnown(gatheringId, actor);
        var before = stored.of(gatheringId, accountId);
        if (before.status().isPresent()) {
            return new TakenPart(view(command, before.status().get()), false);
        }
        var seated = seats.admit(gatheringId, accountId, before.invited());
        participation(command).execute(it -> it.begin(gatheringId, accountId, seated));
        return new TakenPart(
                view(command, seated ? ParticipationStatus.CONFIRMED : ParticipationStatus.WAITLISTED), true);
    }

    /** The platform withdraws those who are gone from what is still to come. */
    @CommandHandler
    void handle(WithdrawFrom command, Actor actor) throws Exception {
        var gatheringId = command.gatheringId();
        if (actor instanceof Actor.Platform) {
            if (seats.closed(gatheringId)) {
                return;
            }
        } else {
            requireOneself(command.accountId(), actor);
            gatherings.requireKnown(gatheringId, actor);
        }
        var before = stored.of(gatheringId, command.accountId()).status();
        if (before.isPresent()) {
            withdraw(command, before.get());
        }
    }

    @CommandHandler
    void handle(PromoteWaiting command, Actor actor) {
        actor.mustBePlatform();
        if (!seats.promote(command.gatheringId(), command.version())) {
            patience.waitForCause(command.since());
        }
    }

    private void withdraw(WithdrawFrom command, ParticipationStatus before) throws Exception {
        var gatheringId = command.gatheringId();
        var accountId = command.accountId();
        switch (before) {
            case CONFIRMED -> seats.giveBackSeat(gatheringId);
            case WAITLISTED -> seats.stopWaiting(gatheringId, accountId);
        }
        participation(command).execute(it -> it.withdraw(gatheringId, accountId, before));
    }

    private ParticipationView view(TakePart command, ParticipationStatus status) {
        return switch (status) {
            case CONFIRMED -> new ParticipationView(status, null);
            case WAITLISTED -> new ParticipationView(status, placeOf(command.gatheringId(), command.accountId()));
        };
    }

    private int placeOf(GatheringId gatheringId, AccountId accountId) {
        var place = seats.placeOf(gatheringId, accountId);
        if (place == 0) {
            throw new ConcurrencyException("A seat came free meanwhile");
        }
        return place;
    }

    private Aggregate<Participation> participation(ParticipationCommand command) throws Exception {
        var id = ParticipationId.of(command.gatheringId(), command.accountId());
        return participations.loadOrCreate(id.toString(), Participation::new);
    }

    private static void requireOneself(AccountId accountId, Actor actor) {
        if (!actor.active().id().equals(accountId.value())) {
            throw new Refused(Common.FORBIDDEN);
        }
    }
}
