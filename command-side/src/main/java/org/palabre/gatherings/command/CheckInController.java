package org.palabre.gatherings.command;

import static org.palabre.gatherings.GatheringRefusal.ALREADY_CHECKED_IN;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderQuery.FindTicketGathering;
import org.palabre.gatherings.OrderQuery.TicketGathering;
import org.palabre.gatherings.OrderQuery.TicketView;
import org.palabre.gatherings.TicketCommand.AtTheDoor;
import org.palabre.gatherings.TicketCommand.CheckIn;
import org.palabre.gatherings.TicketId;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.OneLine;
import org.palabre.web.Queries;
import org.palabre.web.RefusedWith;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckInController {

    /**
     * What is shown at the door.
     *
     * @param code the ticket's, as it is typed, or the whole text of its picture
     */
    record Shown(@NotNull @OneLine @Size(max = 4_000) String code) {

        /** Shows nothing, so that no log holds the code. */
        @Override
        public String toString() {
            return "Shown";
        }
    }

    private final Commands commands;
    private final Queries queries;

    CheckInController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @PostMapping("/api/events/{id}/check-ins")
    @Allow(Who.OWNER)
    TicketView checkIn(@PathVariable GatheringId id, @RequestBody @Valid Shown shown) {
        var door = commands.send(new CheckIn(TicketId.ofCode(Passes.code(shown.code())), id), AtTheDoor.class);
        var ticket = door.ticket();
        var by = Objects.requireNonNull(ticket.checkedInBy());
        var doorkeeper =
                queries.answer(new FindPeople(Set.of(by)), People.class).person(by);
        if (!door.fresh()) {
            throw new RefusedWith(
                    ALREADY_CHECKED_IN,
                    Map.of("checked_in_at", Objects.requireNonNull(ticket.checkedInAt()), "checked_in_by", doorkeeper));
        }
        return TicketView.of(ticket, queries.one(new FindTicketGathering(id), TicketGathering.class), doorkeeper);
    }
}
