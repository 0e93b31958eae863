package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringEvent.AdmissionChanged;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringEvent.GatheringRelocated;
import org.palabre.gatherings.GatheringEvent.GatheringRescheduled;
import org.palabre.gatherings.GatheringEvent.GatheringReworded;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.TicketType;
import org.palabre.projections.Row;

/** A gathering as its owner and the admins made it. */
class GatheringRow implements Row {

    GatheringId id;
    String slug;
    AccountId creator;
    String title;
    String description;

    @Nullable
    String shortDescription;

    CategoryId category;
    Instant startsAt;
    Instant endsAt;
    String venue;

    @Nullable
    String address;

    @Nullable
    Double latitude;

    @Nullable
    Double longitude;

    Access access;

    @Nullable
    Integer capacity;

    List<TicketType> ticketTypes;
    BigDecimal price;

    @Nullable
    UUID image;

    GatheringStatus status;

    @Nullable
    String rejectionReason;

    Instant createdAt;
    Instant updatedAt;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private GatheringRow() {}

    GatheringRow(GatheringAnnounced announced, Instant at) {
        var announcement = announced.announcement();
        id = announced.gatheringId();
        slug = announced.slug();
        creator = announced.creator();
        title = announcement.title();
        description = announcement.description();
        shortDescription = announcement.shortDescription();
        category = announcement.category();
        startsAt = announcement.startsAt();
        endsAt = announcement.endsAt();
        venue = announcement.venue();
        address = announcement.address();
        latitude = announcement.latitude();
        longitude = announcement.longitude();
        access = announcement.access();
        capacity = announcement.capacity();
        ticketTypes = announcement.ticketTypes();
        price = cheapest(ticketTypes);
        status = GatheringStatus.DRAFT;
        createdAt = at;
        updatedAt = at;
    }

    void change(GatheringReworded reworded) {
        title = reworded.title();
        description = reworded.description();
        shortDescription = reworded.shortDescription();
    }

    void change(GatheringRescheduled rescheduled) {
        startsAt = rescheduled.startsAt();
        endsAt = rescheduled.endsAt();
    }

    void change(GatheringRelocated relocated) {
        venue = relocated.venue();
        address = relocated.address();
        latitude = relocated.latitude();
        longitude = relocated.longitude();
    }

    void change(AdmissionChanged changed) {
        access = changed.access();
        capacity = changed.capacity();
        ticketTypes = changed.ticketTypes();
        price = cheapest(ticketTypes);
    }

    private static BigDecimal cheapest(List<TicketType> types) {
        return types.stream()
                .map(type -> type.price().amount())
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
