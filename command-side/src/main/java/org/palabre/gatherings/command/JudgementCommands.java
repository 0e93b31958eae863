package org.palabre.gatherings.command;

import static org.palabre.handling.Precondition.met;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.palabre.gatherings.GatheringCommand.ApproveGathering;
import org.palabre.gatherings.GatheringCommand.RejectGathering;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.JudgementCommand.ApproveGatherings;
import org.palabre.gatherings.JudgementCommand.Judgement;
import org.palabre.gatherings.JudgementCommand.Judgements;
import org.palabre.gatherings.JudgementCommand.RejectGatherings;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Refusal;
import org.springframework.stereotype.Component;

/** What admins decide about gatherings that were submitted. */
@Component
class JudgementCommands {

    private final Gatherings gatherings;
    private final Seats seats;
    private final Completions completions;

    JudgementCommands(Gatherings gatherings, Seats seats, Completions completions) {
        this.gatherings = gatherings;
        this.seats = seats;
        this.completions = completions;
    }

    @CommandHandler
    GatheringDetails handle(ApproveGathering command, Actor actor) throws Exception {
        actor.must(Role.ADMIN);
        var gathering = met(gatherings.load(command.gatheringId()));
        approve(gathering, command.gatheringId());
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    GatheringDetails handle(RejectGathering command, Actor actor) {
        actor.must(Role.ADMIN);
        var gathering = met(gatherings.load(command.gatheringId()));
        gathering.execute(it -> it.reject(command.reason()));
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    Judgements handle(ApproveGatherings command, Actor actor) throws Exception {
        actor.must(Role.ADMIN);
        return each(command.gatheringIds(), id -> approve(gatherings.load(id), id));
    }

    @CommandHandler
    Judgements handle(RejectGatherings command, Actor actor) throws Exception {
        actor.must(Role.ADMIN);
        return each(command.gatheringIds(), id -> gatherings.load(id).execute(it -> it.reject(command.reason())));
    }

    private void approve(Aggregate<Gathering> gathering, GatheringId id) throws Exception {
        gathering.execute(Gathering::approve);
        var announcement = gathering.invoke(Gathering::announcement);
        seats.open(id, announcement);
        completions.at(announcement.endsAt(), id);
    }

    /** Something that may be refused for one and not for another. */
    private interface Decision {

        void on(GatheringId id) throws Exception;
    }

    /** In the order of their ids, so that two who judge the same do not wait for each other; each once. */
    private static Judgements each(List<GatheringId> ids, Decision decision) throws Exception {
        var codes = new HashMap<GatheringId, Optional<String>>();
        for (var id : ids.stream()
                .distinct()
                .sorted(Comparator.comparing(GatheringId::toString))
                .toList()) {
            codes.put(id, refusal(id, decision));
        }
        return new Judgements(ids.stream()
                .map(id -> new Judgement(id, codes.getOrDefault(id, Optional.empty())))
                .toList());
    }

    private static Optional<String> refusal(GatheringId id, Decision decision) throws Exception {
        try {
            decision.on(id);
            return Optional.empty();
        } catch (AggregateNotFoundException none) {
            return Optional.of(Common.NOT_FOUND.code());
        } catch (Refused refused) {
            return refused.<Refusal>getDetails().map(Refusal::code);
        }
    }
}
