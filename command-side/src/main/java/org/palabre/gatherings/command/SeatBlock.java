package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.palabre.gatherings.GatheringRefusal.NOT_FOR_SALE;
import static org.palabre.gatherings.GatheringRefusal.NOT_INVITED;
import static org.palabre.gatherings.GatheringRefusal.NOT_OPEN;
import static org.palabre.gatherings.GatheringRefusal.TICKET_REQUIRED;
import static org.palabre.gatherings.UnfitField.UNKNOWN_TICKET_TYPE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.SeatBlockEvent;
import org.palabre.gatherings.SeatBlockEvent.SeatsClosed;
import org.palabre.gatherings.SeatBlockEvent.SeatsOffered;
import org.palabre.gatherings.SeatBlockEvent.SeatsReturned;
import org.palabre.gatherings.SeatBlockEvent.SeatsTaken;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.SeatBlockEvent.WaitingBegan;
import org.palabre.gatherings.SeatBlockEvent.WaitingEnded;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.gatherings.TicketType;
import org.palabre.shared.Refused;

/** A block of a gathering's seats. The first one also knows who waits for a seat, in order. */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "aggregates")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class SeatBlock {

    @AggregateIdentifier
    private SeatBlockId id;

    private GatheringId gatheringId = new GatheringId(new UUID(0, 0));
    private int number;
    private Access access = Access.FREE;
    private Stock free = Stock.NOTHING;
    private boolean closed;
    private List<AccountId> waiting = new ArrayList<>();

    /** As they were offered: their quotas are of then. */
    private List<TicketType> ticketTypes = List.of();

    SeatBlock() {}

    SeatBlock(GatheringId gatheringId, int number, Access access, Stock free, List<TicketType> ticketTypes) {
        apply(offer(SeatBlockId.of(gatheringId, number), gatheringId, number, access, free, ticketTypes));
    }

    SeatBlockId id() {
        return id;
    }

    /** What nobody has. */
    Stock free() {
        return free;
    }

    boolean closed() {
        return closed;
    }

    boolean awaited() {
        return !waiting.isEmpty();
    }

    /** The place of somebody who waits, from 1; 0 for whoever does not. */
    int placeOf(AccountId accountId) {
        return waiting.indexOf(accountId) + 1;
    }

    /** The types of these tickets, if they can be bought here. */
    List<TicketType> forSale(List<Tickets> tickets) {
        var types = access == Access.PAID ? tickets.stream().map(this::typeOf).toList() : List.<TicketType>of();
        refuseIfClosed();
        if (access != Access.PAID) {
            throw new Refused(NOT_FOR_SALE);
        }
        return types;
    }

    /** Refuses whoever cannot come without a ticket, seat or no seat. */
    void refuseUnlessAdmits(boolean invited) {
        if (access == Access.INVITATION && !invited) {
            throw new Refused(NOT_INVITED);
        }
        refuseIfClosed();
        if (access == Access.PAID) {
            throw new Refused(TICKET_REQUIRED);
        }
    }

    /** Offers other seats, or the same on other terms. */
    void offer(Access nextAccess, Stock nextFree, List<TicketType> nextTypes) {
        var next = offer(id, gatheringId, number, nextAccess, nextFree, nextTypes);
        if (!next.equals(offer(id, gatheringId, number, access, free, ticketTypes))) {
            apply(next);
        }
    }

    void take(Stock part, @Nullable OrderId order) {
        apply(new SeatsTaken(id, gatheringId, part.seats(), part.tickets(), order));
    }

    void takeBack(Stock part, @Nullable OrderId order) {
        apply(new SeatsReturned(id, gatheringId, part.seats(), part.tickets(), order));
    }

    void enqueue(AccountId accountId) {
        apply(new WaitingBegan(id, gatheringId, accountId));
    }

    /** Lets somebody wait no more. */
    void dequeue(AccountId accountId) {
        apply(new WaitingEnded(id, gatheringId, accountId));
    }

    /** How many of those who wait can have a seat; nobody gets one for nothing where seats are sold. */
    int promotable() {
        return closed || access == Access.PAID ? 0 : Math.min(free.seats(), waiting.size());
    }

    /** Gives seats to those who have waited longest, so many at most, and tells who they are. */
    List<AccountId> promote(int most) {
        var promoted = List.copyOf(waiting.subList(0, Math.min(most, promotable())));
        promoted.forEach(this::dequeue);
        if (!promoted.isEmpty()) {
            take(new Stock(promoted.size(), List.of()), null);
        }
        return promoted;
    }

    void close() {
        if (!closed) {
            apply(new SeatsClosed(id, gatheringId));
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new Refused(NOT_OPEN);
        }
    }

    private TicketType typeOf(Tickets tickets) {
        return ticketTypes.stream()
                .filter(type -> type.id().equals(tickets.ticketType()))
                .findFirst()
                .orElseThrow(() -> Refused.field("items", UNKNOWN_TICKET_TYPE));
    }

    private static SeatsOffered offer(
            SeatBlockId id, GatheringId gatheringId, int number, Access access, Stock free, List<TicketType> types) {
        return new SeatsOffered(
                id,
                gatheringId,
                number,
                access,
                free.seats(),
                types.stream()
                        .map(type -> new TicketType(type.id(), type.name(), type.price(), free.of(type.id())))
                        .toList());
    }

    @EventSourcingHandler
    void on(SeatBlockEvent event) {
        switch (event) {
            case SeatsOffered offered -> {
                id = offered.blockId();
                gatheringId = offered.gatheringId();
                number = offered.number();
                access = offered.access();
                ticketTypes = offered.ticketTypes();
                free = new Stock(offered.free(), ofAll(offered.ticketTypes()));
            }
            case SeatsTaken taken -> free = free.minus(new Stock(taken.seats(), taken.tickets()));
            case SeatsReturned returned -> free = free.plus(new Stock(returned.seats(), returned.tickets()));
            case WaitingBegan began -> waiting.add(began.accountId());
            case WaitingEnded ended -> waiting.remove(ended.accountId());
            case SeatsClosed _ -> closed = true;
        }
    }

    private static List<Tickets> ofAll(List<TicketType> types) {
        return types.stream()
                .filter(type -> type.quota() > 0)
                .map(type -> new Tickets(type.id(), type.quota()))
                .toList();
    }
}
