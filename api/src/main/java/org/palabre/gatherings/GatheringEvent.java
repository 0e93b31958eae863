package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;

/** What has happened to a gathering. */
public sealed interface GatheringEvent extends DomainEvent {

    GatheringId gatheringId();

    /**
     * Somebody announced a gathering, as a draft.
     *
     * @param slug its name in addresses, unique among gatherings; it stays
     */
    record GatheringAnnounced(GatheringId gatheringId, AccountId creator, String slug, Announcement announcement)
            implements GatheringEvent {}

    record GatheringSubmitted(GatheringId gatheringId) implements GatheringEvent {}

    record GatheringApproved(GatheringId gatheringId) implements GatheringEvent {}

    record GatheringRejected(GatheringId gatheringId, String reason) implements GatheringEvent {}

    /** Other words for the same. */
    record GatheringReworded(GatheringId gatheringId, String title, String description, String shortDescription)
            implements GatheringEvent {}

    record GatheringRecategorised(GatheringId gatheringId, CategoryId category) implements GatheringEvent {}

    record GatheringRescheduled(GatheringId gatheringId, Instant startsAt, Instant endsAt) implements GatheringEvent {}

    record GatheringRelocated(
            GatheringId gatheringId,
            String venue,
            String address,
            @Nullable Double latitude,
            @Nullable Double longitude)
            implements GatheringEvent {}

    /** Other people may come, or the same for another price, or more, or fewer of them. */
    record AdmissionChanged(
            GatheringId gatheringId,
            Access access,
            @Nullable Integer capacity,
            List<TicketType> ticketTypes) implements GatheringEvent {

        public AdmissionChanged {
            ticketTypes = List.copyOf(ticketTypes);
        }
    }

    record ImageShown(GatheringId gatheringId, UUID image) implements GatheringEvent {}

    record GatheringCancelled(GatheringId gatheringId) implements GatheringEvent {}

    record GatheringCompleted(GatheringId gatheringId) implements GatheringEvent {}

    record GatheringDeleted(GatheringId gatheringId) implements GatheringEvent {}
}
