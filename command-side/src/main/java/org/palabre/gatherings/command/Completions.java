package org.palabre.gatherings.command;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.deadlines.Deadlines;
import org.palabre.gatherings.GatheringCommand.CompleteGathering;
import org.palabre.gatherings.GatheringId;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Ends gatherings that are over. */
@Component
class Completions {

    private final Gatherings gatherings;
    private final Seats seats;
    private final Deadlines deadlines;

    Completions(Gatherings gatherings, Seats seats, Deadlines deadlines) {
        this.gatherings = gatherings;
        this.seats = seats;
        this.deadlines = deadlines;
    }

    /** Sets a deadline for this end. One that was set for another does nothing when it comes. */
    void at(Instant end, GatheringId gatheringId) {
        deadlines.schedule("complete-%s-%s".formatted(gatheringId, end), end, new CompleteGathering(gatheringId, end));
    }

    @CommandHandler
    void handle(CompleteGathering command, Actor actor) {
        actor.mustBePlatform();
        var gathering = gatherings.load(command.gatheringId());
        switch (gathering.invoke(Gathering::status)) {
            case APPROVED -> {
                if (!gathering.invoke(Gathering::announcement).endsAt().isAfter(command.endedAt())) {
                    gathering.execute(Gathering::complete);
                    seats.close(command.gatheringId());
                }
            }
            // it was over when it was approved, and the approval is not known here yet
            case PENDING -> throw new Refused(Common.UNAVAILABLE);
            case DRAFT, REJECTED, COMPLETED, CANCELLED -> {}
        }
    }
}
