package org.palabre.gatherings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;

/**
 * What has happened to a block of a gathering's seats. A gathering's seats lie in one block or in several, so that a rush
 * does not queue at one; which seat is in which block means nothing. Seats are taken from any block and always come back
 * to the first, which also keeps the waiting list.
 */
public sealed interface SeatBlockEvent extends DomainEvent {

    SeatBlockId blockId();

    GatheringId gatheringId();

    /**
     * Seats can be taken from now on, or on other terms.
     *
     * @param number of the block, from 0
     * @param ticketTypes what can be bought, with the part of each quota that is free in this block; none if nothing is sold
     * @param free seats in this block that nobody has
     */
    record SeatsOffered(
            SeatBlockId blockId,
            GatheringId gatheringId,
            int number,
            Access access,
            int free,
            List<TicketType> ticketTypes)
            implements SeatBlockEvent {

        public SeatsOffered {
            ticketTypes = List.copyOf(ticketTypes);
        }
    }

    /**
     * Seats were taken.
     *
     * @param seats how many of this block
     * @param tickets how many of each ticket type's part in this block
     * @param order for which they are held, if they were ordered
     */
    record SeatsTaken(
            SeatBlockId blockId,
            GatheringId gatheringId,
            int seats,
            List<Tickets> tickets,
            @Nullable OrderId order) implements SeatBlockEvent {

        public SeatsTaken {
            tickets = List.copyOf(tickets);
        }
    }

    /** Seats came back; the fields are those of {@link SeatsTaken}. */
    record SeatsReturned(
            SeatBlockId blockId,
            GatheringId gatheringId,
            int seats,
            List<Tickets> tickets,
            @Nullable OrderId order) implements SeatBlockEvent {

        public SeatsReturned {
            tickets = List.copyOf(tickets);
        }
    }

    /** Somebody came to the end of the waiting list. */
    record WaitingBegan(SeatBlockId blockId, GatheringId gatheringId, AccountId accountId) implements SeatBlockEvent {}

    /** Somebody waits no more: for a seat came free, or for they went away. */
    record WaitingEnded(SeatBlockId blockId, GatheringId gatheringId, AccountId accountId) implements SeatBlockEvent {}

    /** Nothing can be taken any more: the gathering is over, or cancelled. */
    record SeatsClosed(SeatBlockId blockId, GatheringId gatheringId) implements SeatBlockEvent {}

    /**
     * How many of one ticket type.
     *
     * @param quantity at least 1
     */
    record Tickets(TicketTypeId ticketType, int quantity) {}
}
