package org.palabre.gatherings;

import org.axonframework.commandhandling.RoutingKey;

/** What one may ask of a ticket. */
public sealed interface TicketCommand {

    @RoutingKey
    TicketId ticketId();

    /**
     * Lets its holder in. Answered by {@link AtTheDoor}.
     *
     * @param gatheringId at whose door
     */
    record CheckIn(TicketId ticketId, GatheringId gatheringId) implements TicketCommand {}

    /**
     * A ticket that was shown at the door.
     *
     * @param fresh whether its holder is let in with it now, and was not before
     */
    record AtTheDoor(OrderQuery.TicketDetails ticket, boolean fresh) {}
}
