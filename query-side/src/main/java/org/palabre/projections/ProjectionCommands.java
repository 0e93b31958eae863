package org.palabre.projections;

import static org.palabre.insight.InsightRefusal.ALREADY_REPLAYING;

import org.axonframework.commandhandling.CommandHandler;
import org.palabre.insight.InsightCommand.DiscardDeadLetter;
import org.palabre.insight.InsightCommand.ReplayProjection;
import org.palabre.insight.InsightCommand.RetryDeadLetter;
import org.palabre.insight.InsightQuery.DeadLetterView;
import org.palabre.insight.InsightQuery.ProjectionView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** What admins can have done with projections, where the projections are. */
@Component
class ProjectionCommands {

    private final Projections projections;
    private final DeadLetters deadLetters;

    ProjectionCommands(Projections projections, DeadLetters deadLetters) {
        this.projections = projections;
        this.deadLetters = deadLetters;
    }

    @CommandHandler
    ProjectionView handle(ReplayProjection command, Actor actor) {
        actor.must(Role.ADMIN);
        if (!projections.rebuild(command.name())) {
            throw new Refused(ALREADY_REPLAYING);
        }
        return projections.view(projections.find(command.name()));
    }

    @CommandHandler
    DeadLetterView handle(RetryDeadLetter command, Actor actor) {
        actor.must(Role.ADMIN);
        var letter = deadLetters.find(command.id()).orElseThrow(() -> new Refused(Common.NOT_FOUND));
        projections.retry(letter.projection(), letter.event().aggregate().id());
        return deadLetters.find(command.id()).orElse(letter);
    }

    @CommandHandler
    void handle(DiscardDeadLetter command, Actor actor) {
        actor.must(Role.ADMIN);
        if (!deadLetters.discard(command.id())) {
            throw new Refused(Common.NOT_FOUND);
        }
    }
}
