package org.palabre.views.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.shared.Actor;
import org.palabre.views.TallyCommand.CountViews;
import org.springframework.stereotype.Component;

/** Takes what the nodes that show things have counted. */
@Component
class TallyCommands {

    private final Repository<Tally> tallies;

    TallyCommands(Repository<Tally> tallies) {
        this.tallies = tallies;
    }

    @CommandHandler
    void handle(CountViews command, Actor actor) throws Exception {
        actor.mustBePlatform();
        tallies.loadOrCreate(command.tallyId().toString(), Tally::new).execute(tally -> tally.count(command));
    }
}
