package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import org.palabre.shared.Change;

/**
 * What an owner says anew; the fields are those of {@link Announcement}.
 *
 * @param ticketTypes those that a gathering shall have; one that it has already keeps its id
 */
public record AnnouncementChanges(
        Change<String> title,
        Change<String> description,
        Change<String> shortDescription,
        Change<CategoryId> category,
        Change<Instant> startsAt,
        Change<Instant> endsAt,
        Change<String> venue,
        Change<String> address,
        Change<Double> latitude,
        Change<Double> longitude,
        Change<Access> access,
        Change<Integer> capacity,
        Change<List<TicketType>> ticketTypes) {}
