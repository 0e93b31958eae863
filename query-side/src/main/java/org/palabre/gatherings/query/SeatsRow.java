package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.UUID;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.SeatBlockEvent.SeatsOffered;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.projections.Row;

/** What is free in a block of seats: what was offered last, without what was taken and with what came back since. */
class SeatsRow implements Row {

    SeatBlockId id;
    GatheringId gatheringId;
    int free;
    List<Tickets> freeByType = List.of();

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private SeatsRow() {}

    SeatsRow(SeatsOffered offered) {
        id = offered.blockId();
        gatheringId = offered.gatheringId();
        offer(offered);
    }

    void offer(SeatsOffered offered) {
        free = offered.free();
        freeByType = offered.ticketTypes().stream()
                .map(type -> new Tickets(type.id(), type.quota()))
                .toList();
    }

    /** Some more are free, or some fewer. */
    void change(int sign, int seats, List<Tickets> tickets) {
        free += sign * seats;
        freeByType = freeByType.stream()
                .map(type -> new Tickets(type.ticketType(), type.quantity() + sign * SeatsRow.of(type, tickets)))
                .toList();
    }

    private static int of(Tickets type, List<Tickets> tickets) {
        return tickets.stream()
                .filter(each -> each.ticketType().equals(type.ticketType()))
                .mapToInt(Tickets::quantity)
                .sum();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
