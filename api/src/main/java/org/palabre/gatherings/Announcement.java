package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gathering's owner says about it.
 *
 * @param title 1 to 200 characters
 * @param description up to 10,000 characters
 * @param shortDescription up to 300 characters, empty if there is none
 * @param endsAt after {@code startsAt}
 * @param venue 1 to 200 characters
 * @param address up to 500 characters, empty if there is none
 * @param latitude in degrees, -90 to 90; there is a longitude exactly if there is a latitude
 * @param longitude in degrees, -180 to 180
 * @param capacity seats in all, 1 to 1,000,000; without one, a paid gathering has as many as its ticket types
 * @param ticketTypes 1 to 20 if it is paid, otherwise none
 */
public record Announcement(
        String title,
        String description,
        String shortDescription,
        CategoryId category,
        Instant startsAt,
        Instant endsAt,
        String venue,
        String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Access access,
        @Nullable Integer capacity,
        List<TicketType> ticketTypes) {

    public Announcement {
        ticketTypes = List.copyOf(ticketTypes);
    }

    /** How many people can come, whatever their tickets. */
    public int seats() {
        return capacity == null
                ? ticketTypes.stream().mapToInt(TicketType::quota).sum()
                : capacity;
    }
}
