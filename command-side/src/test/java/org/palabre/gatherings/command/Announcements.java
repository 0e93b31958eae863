package org.palabre.gatherings.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
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
                null,
                MUSIC,
                STARTS_AT,
                ENDS_AT,
                "Place du marché",
                null,
                null,
                null,
                access,
                capacity,
                types);
    }
}
