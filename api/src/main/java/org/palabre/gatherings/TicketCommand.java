package org.palabre.gatherings;

import org.axonframework.commandhandling.RoutingKey;

/** What one may ask of a ticket. */
public sealed interface TicketCommand {

    @RoutingKey
    TicketId ticketId();

    /**
     * Lets its holder in. Answered by the {@link OrderQuery.TicketView}.
     *
     * @param gatheringId at whose door
     */
    record CheckIn(TicketId ticketId, GatheringId gatheringId) implements TicketCommand {}
}
