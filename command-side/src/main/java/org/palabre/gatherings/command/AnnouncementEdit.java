package org.palabre.gatherings.command;

import static java.util.Objects.requireNonNull;
import static org.palabre.gatherings.UnfitField.UNKNOWN_TICKET_TYPE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.AnnouncementChanges;
import org.palabre.gatherings.AnnouncementChanges.WantedTicketType;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.shared.Change;
import org.palabre.shared.Refused;

/** Makes of an announcement, and of what its owner says anew, the next announcement. */
final class AnnouncementEdit {

    private AnnouncementEdit() {}

    static Announcement of(Announcement now, AnnouncementChanges changes) {
        var access = requireNonNull(changes.access().of(now.access()));
        return new Announcement(
                requireNonNull(changes.title().of(now.title())),
                requireNonNull(changes.description().of(now.description())),
                requireNonNull(changes.shortDescription().of(now.shortDescription())),
                requireNonNull(changes.category().of(now.category())),
                requireNonNull(changes.startsAt().of(now.startsAt())),
                requireNonNull(changes.endsAt().of(now.endsAt())),
                requireNonNull(changes.venue().of(now.venue())),
                requireNonNull(changes.address().of(now.address())),
                changes.latitude().of(now.latitude()),
                changes.longitude().of(now.longitude()),
                access,
                changes.capacity().of(now.capacity()),
                ticketTypes(now, changes.ticketTypes(), access));
    }

    private static List<TicketType> ticketTypes(
            Announcement now, Change<List<WantedTicketType>> change, Access access) {
        return switch (change) {
            // whoever stops selling need not say that there are no tickets
            case Change.Keep<List<WantedTicketType>> _ -> access == Access.PAID ? now.ticketTypes() : List.of();
            case Change.Set<List<WantedTicketType>> set -> ticketTypes(now, requireNonNull(set.value()));
        };
    }

    private static List<TicketType> ticketTypes(Announcement now, List<WantedTicketType> wanted) {
        var ids = new HashSet<TicketTypeId>();
        now.ticketTypes().forEach(type -> ids.add(type.id()));
        return wanted.stream()
                .map(type -> new TicketType(id(type, ids), type.name(), type.price(), type.quota()))
                .toList();
    }

    /** Each that there is can be named once. */
    private static TicketTypeId id(WantedTicketType type, Set<TicketTypeId> ids) {
        if (type.id() == null) {
            return TicketTypeId.next();
        }
        if (!ids.remove(type.id())) {
            throw Refused.field("ticket_types", UNKNOWN_TICKET_TYPE);
        }
        return type.id();
    }
}
