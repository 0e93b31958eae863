package org.palabre.gatherings;

/** What a ticket is good for. */
public enum TicketStatus {
    VALID,
    USED,
    REFUNDED
}
