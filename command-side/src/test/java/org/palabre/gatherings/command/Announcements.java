package org.palabre.gatherings.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.AnnouncementChanges;
import org.palabre.gatherings.AnnouncementChanges.WantedTicketType;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.shared.Change;
import org.palabre.shared.Money;

/** Gatherings as their owners announce them, for tests. */
final class Announcements {

    static final Instant STARTS_AT = Instant.parse("2030-06-01T18:00:00Z");
    static final Instant ENDS_AT = Instant.parse("2030-06-01T23:00:00Z");
    static final CategoryId MUSIC = CategoryId.of("0190a000-0000-7000-8000-00000000000a");
    static final TicketTypeId STANDING = TicketTypeId.of("0190a000-0000-7000-8000-000000000001");
    static final TicketTypeId SITTING = TicketTypeId.of("0190a000-0000-7000-8000-000000000002");

    private Announcements() {}

    static Announcement free(int capacity) {
        return announcement(Access.FREE, capacity, List.of());
    }

    static Announcement invitation(int capacity) {
        return announcement(Access.INVITATION, capacity, List.of());
    }

    /** With as many seats as there are tickets. */
    static Announcement paid(TicketType... types) {
        return announcement(Access.PAID, null, List.of(types));
    }

    static Announcement paid(int capacity, TicketType... types) {
        return announcement(Access.PAID, capacity, List.of(types));
    }

    static TicketType standing(int quota) {
        return new TicketType(STANDING, "Debout", price(5_000), quota);
    }

    static TicketType sitting(int quota) {
        return new TicketType(SITTING, "Assis", price(12_000), quota);
    }

    static Money price(int amount) {
        return new Money(BigDecimal.valueOf(amount), "XOF");
    }

    private static Announcement announcement(Access access, Integer capacity, List<TicketType> types) {
        return new Announcement(
                "Nuit du conte",
                "On écoute.",
                "",
                MUSIC,
                STARTS_AT,
                ENDS_AT,
                "Place du marché",
                "",
                null,
                null,
                access,
                capacity,
                types);
    }

    static Changes changes() {
        return new Changes();
    }

    /** What is said anew, and nothing else. */
    static final class Changes {

        private Change<String> title = Change.keep();
        private Change<CategoryId> category = Change.keep();
        private Change<Instant> endsAt = Change.keep();
        private Change<String> venue = Change.keep();
        private Change<Double> latitude = Change.keep();
        private Change<Access> access = Change.keep();
        private Change<Integer> capacity = Change.keep();
        private Change<List<WantedTicketType>> ticketTypes = Change.keep();

        Changes title(String next) {
            title = Change.to(next);
            return this;
        }

        Changes category(CategoryId next) {
            category = Change.to(next);
            return this;
        }

        Changes endsAt(Instant next) {
            endsAt = Change.to(next);
            return this;
        }

        Changes venue(String next) {
            venue = Change.to(next);
            return this;
        }

        Changes latitude(Double next) {
            latitude = Change.to(next);
            return this;
        }

        Changes access(Access next) {
            access = Change.to(next);
            return this;
        }

        Changes capacity(Integer next) {
            capacity = Change.to(next);
            return this;
        }

        Changes ticketTypes(WantedTicketType... next) {
            ticketTypes = Change.to(List.of(next));
            return this;
        }

        AnnouncementChanges all() {
            return new AnnouncementChanges(
                    title,
                    Change.keep(),
                    Change.keep(),
                    category,
                    Change.keep(),
                    endsAt,
                    venue,
                    Change.keep(),
                    latitude,
                    Change.keep(),
                    access,
                    capacity,
                    ticketTypes);
        }
    }
}
