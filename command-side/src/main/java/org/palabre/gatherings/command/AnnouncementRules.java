package org.palabre.gatherings.command;

import static org.palabre.gatherings.UnfitField.CAPACITY_REQUIRED;
import static org.palabre.gatherings.UnfitField.ENDS_BEFORE_START;
import static org.palabre.gatherings.UnfitField.HALF_A_POINT;
import static org.palabre.gatherings.UnfitField.TICKET_TYPES_ALIKE;
import static org.palabre.gatherings.UnfitField.TICKET_TYPES_NOT_SOLD;
import static org.palabre.gatherings.UnfitField.TICKET_TYPES_REQUIRED;
import static org.palabre.gatherings.UnfitField.TOO_MANY_TICKETS;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.UnfitField;
import org.palabre.shared.Refused;
import org.palabre.web.WireNames;

/** In what the fields of an announcement have to agree; what is not said agrees with everything. */
record AnnouncementRules(
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Access access,
        @Nullable Integer capacity,
        List<String> ticketTypes,
        long tickets) {

    static final int MOST_SEATS = 1_000_000;

    /** Refuses for all fields that do not agree. */
    static void check(Announcement announcement) {
        var broken = new LinkedHashMap<String, UnfitField>();
        of(announcement).broken().forEach((field, reason) -> broken.put(WireNames.of(field), reason));
        if (!broken.isEmpty()) {
            throw Refused.fields(broken);
        }
    }

    private static AnnouncementRules of(Announcement announcement) {
        return new AnnouncementRules(
                announcement.startsAt(),
                announcement.endsAt(),
                announcement.latitude(),
                announcement.longitude(),
                announcement.access(),
                announcement.capacity(),
                announcement.ticketTypes().stream().map(TicketType::name).toList(),
                announcement.ticketTypes().stream().mapToLong(TicketType::quota).sum());
    }

    /** What is wrong with which fields. */
    Map<String, UnfitField> broken() {
        var broken = new LinkedHashMap<String, UnfitField>();
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            broken.put("endsAt", ENDS_BEFORE_START);
        }
        if ((latitude == null) != (longitude == null)) {
            broken.put(latitude == null ? "latitude" : "longitude", HALF_A_POINT);
        }
        if (access == Access.PAID) {
            soldTickets(broken);
        } else if (access != null) {
            noTickets(broken);
        }
        return broken;
    }

    private void soldTickets(Map<String, UnfitField> broken) {
        if (ticketTypes.isEmpty()) {
            broken.put("ticketTypes", TICKET_TYPES_REQUIRED);
        } else if (ticketTypes.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < ticketTypes.size()) {
            broken.put("ticketTypes", TICKET_TYPES_ALIKE);
        } else if (capacity == null && tickets > MOST_SEATS) {
            broken.put("ticketTypes", TOO_MANY_TICKETS);
        }
    }

    private void noTickets(Map<String, UnfitField> broken) {
        if (capacity == null) {
            broken.put("capacity", CAPACITY_REQUIRED);
        }
        if (!ticketTypes.isEmpty()) {
            broken.put("ticketTypes", TICKET_TYPES_NOT_SOLD);
        }
    }
}
