package org.palabre.gatherings.command;

import static org.palabre.handling.Precondition.met;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.gatherings.TicketCommand.AtTheDoor;
import org.palabre.gatherings.TicketCommand.CheckIn;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Lets people in: the owner of a gathering, at its door. */
@Component
class TicketCommands {

    private final Gatherings gatherings;
    private final Repository<Ticket> tickets;

    TicketCommands(Gatherings gatherings, Repository<Ticket> tickets) {
        this.gatherings = gatherings;
        this.tickets = tickets;
    }

    @CommandHandler
    AtTheDoor handle(CheckIn command, Actor actor) {
        var gathering = gatherings.own(command.gatheringId(), actor);
        var ticket = tickets.load(command.ticketId().toString());
        ticket.execute(it -> it.mustBeFor(command.gatheringId()));
        var owner = met(gathering).invoke(Gathering::creator);
        boolean fresh = ticket.invoke(it -> it.checkIn(owner));
        return new AtTheDoor(ticket.invoke(Ticket::view), fresh);
    }
}
