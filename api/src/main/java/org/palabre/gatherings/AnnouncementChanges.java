package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Change;
import org.palabre.shared.Money;

/**
 * What an owner says anew; the fields are those of {@link Announcement}.
 *
 * @param ticketTypes those that a gathering shall have
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
        Change<List<WantedTicketType>> ticketTypes) {

    /**
     * A ticket type as it shall be; the other fields are those of {@link TicketType}.
     *
     * @param id of the one that is to be so; a new one has none yet
     */
    public record WantedTicketType(@Nullable TicketTypeId id, String name, Money price, int quota) {}
}
