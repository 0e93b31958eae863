package org.palabre.gatherings;

/** People with whom a gathering has to do. */
public enum Guests {
    /** They have a seat or a ticket, or wait for a seat. */
    COMING,
    /** They were asked to come, and are not in. */
    INVITED
}
