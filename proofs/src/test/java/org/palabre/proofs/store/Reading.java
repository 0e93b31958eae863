package org.palabre.proofs.store;

import java.util.List;

/**
 * What one stream delivered.
 *
 * @param after the index after which it was opened
 */
record Reading(String reader, long after, List<Delivery> deliveries) {

    /** An event, when its reader asked for the next one, and when it got it. */
    record Delivery(long asked, long delivered, Stored stored) {}
}
