package org.palabre.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * A fact, stored for ever. Every sealed family of events extends it; an event's stored name is made of its context and
 * its record's name ({@code queues.StudentJoined}), its revision is that of {@code @Revision}, {@code 1} without one.
 */
public interface DomainEvent {

    /** The account that this is about, if it is about one: what is known of an unknown actor is kept as its personal data. */
    default Optional<UUID> person() {
        return Optional.empty();
    }
}
