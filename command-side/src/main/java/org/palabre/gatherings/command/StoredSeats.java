package org.palabre.gatherings.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.SeatBlockEvent;
import org.palabre.gatherings.SeatBlockEvent.SeatsReturned;
import org.palabre.gatherings.SeatBlockEvent.SeatsTaken;
import org.palabre.gatherings.SeatBlockId;
import org.springframework.stereotype.Component;

/** The seats of a gathering as their history has them: blocks count seats, and do not remember whose they are. */
@Component
class StoredSeats {

    private final EventStore events;

    StoredSeats(EventStore events) {
        this.events = events;
    }

    /** Every order that has seats now, held or paid for. */
    List<OrderId> ordersWithSeats(GatheringId gatheringId) {
        var seats = new LinkedHashMap<OrderId, Integer>();
        blocks(gatheringId).forEach(event -> {
            switch (event) {
                case SeatsTaken taken
                when taken.order() != null -> seats.merge(taken.order(), taken.seats(), Integer::sum);
                case SeatsReturned returned
                when returned.order() != null -> seats.merge(returned.order(), -returned.seats(), Integer::sum);
                default -> {}
            }
        });
        seats.values().removeIf(count -> count == 0);
        return List.copyOf(seats.keySet());
    }

    /** One block's history after the other's, until there is no such block. */
    private Stream<SeatBlockEvent> blocks(GatheringId gatheringId) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> history(SeatBlockId.of(gatheringId, number)))
                .takeWhile(history -> !history.isEmpty())
                .flatMap(List::stream);
    }

    private List<SeatBlockEvent> history(SeatBlockId blockId) {
        return events.readEvents(blockId.toString(), 0)
                .asStream()
                .map(event -> (SeatBlockEvent) event.getPayload())
                .toList();
    }
}
