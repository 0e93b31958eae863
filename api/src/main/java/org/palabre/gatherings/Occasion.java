package org.palabre.gatherings;

/** Why somebody is told of a gathering. */
public enum Occasion {
    /** The owner: it is public. */
    APPROVED,
    /** The owner: it went back, with a reason. */
    REJECTED,
    /** Those who come: its date, its place or a price is another. */
    CHANGED,
    /** Those who would have come. */
    CANCELLED,
    /** Somebody who may come. */
    INVITED,
    /** Somebody who has a seat. */
    CONFIRMED,
    /** Somebody who waited, and has a seat. */
    PROMOTED
}
