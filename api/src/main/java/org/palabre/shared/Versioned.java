package org.palabre.shared;

/** A resource that is what the events of one aggregate made of it. */
public interface Versioned {

    /** How many events before the newest that shaped it; the entity tag on the wire. */
    long version();
}
