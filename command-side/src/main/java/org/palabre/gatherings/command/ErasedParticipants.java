package org.palabre.gatherings.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Errand;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindInvolvements;
import org.palabre.gatherings.GatheringQuery.InvolvementPage;
import org.palabre.gatherings.ParticipationCommand.WithdrawFrom;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.shared.Positions.Position;
import org.palabre.web.Commands;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Takes people who were erased out of the gatherings to come, so that nobody waits behind somebody who is gone. */
@Component
class ErasedParticipants implements Errand<LeaveGatherings> {

    private static final int MOST_AT_ONCE = 100;

    private final Deadlines deadlines;
    private final Queries queries;
    private final Commands commands;
    private final Clock clock;

    ErasedParticipants(Deadlines deadlines, Queries queries, Commands commands, Clock clock) {
        this.deadlines = deadlines;
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(PersonForgotten event, DomainEventMessage<?> message) {
        var erasure = new Position(message.getType(), message.getAggregateIdentifier(), message.getSequenceNumber());
        deadlines.schedule(
                "leave-gatherings-" + event.accountId(),
                clock.instant(),
                new LeaveGatherings(event.accountId(), erasure));
    }

    @CommandHandler
    LeaveGatherings handle(LeaveGatherings command, Actor actor) {
        actor.mustBePlatform();
        return command;
    }

    @Override
    public Class<LeaveGatherings> task() {
        return LeaveGatherings.class;
    }

    @Override
    public void run(LeaveGatherings task) {
        queries.awaitShown(task.erasure());
        gatheringsOf(task.accountId())
                .forEach(gatheringId ->
                        commands.sendAs(new Actor.Platform(), new WithdrawFrom(gatheringId, task.accountId())));
    }

    /** Where they have a seat or wait for one. */
    private List<GatheringId> gatheringsOf(AccountId accountId) {
        var gatherings = new ArrayList<GatheringId>();
        for (var number = 1; ; number++) {
            var request = new Page.Request(number, MOST_AT_ONCE);
            var page = queries.answer(new FindInvolvements(accountId, request), InvolvementPage.class);
            page.rows().stream()
                    .filter(involvement -> involvement.status() != null)
                    .forEach(involvement -> gatherings.add(involvement.event().id()));
            if (page.count() <= request.offset() + request.size()) {
                return gatherings;
            }
        }
    }
}
