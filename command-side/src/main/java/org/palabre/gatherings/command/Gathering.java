package org.palabre.gatherings.command;

import static java.util.stream.Collectors.toMap;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;
import static org.palabre.gatherings.GatheringRefusal.NOT_DRAFT;
import static org.palabre.gatherings.GatheringRefusal.NOT_EDITABLE;
import static org.palabre.gatherings.GatheringRefusal.NOT_OPEN;
import static org.palabre.gatherings.GatheringRefusal.NOT_PENDING;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringEvent;
import org.palabre.gatherings.GatheringEvent.AdmissionChanged;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringEvent.GatheringApproved;
import org.palabre.gatherings.GatheringEvent.GatheringCancelled;
import org.palabre.gatherings.GatheringEvent.GatheringCompleted;
import org.palabre.gatherings.GatheringEvent.GatheringDeleted;
import org.palabre.gatherings.GatheringEvent.GatheringRecategorised;
import org.palabre.gatherings.GatheringEvent.GatheringRejected;
import org.palabre.gatherings.GatheringEvent.GatheringRelocated;
import org.palabre.gatherings.GatheringEvent.GatheringRescheduled;
import org.palabre.gatherings.GatheringEvent.GatheringReworded;
import org.palabre.gatherings.GatheringEvent.GatheringSubmitted;
import org.palabre.gatherings.GatheringEvent.ImageShown;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.Occasion;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.shared.Money;
import org.palabre.shared.Refused;

/** What its owner says about a gathering, and whether it was approved. Who comes to it is not its business. */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "aggregates")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Gathering {

    private static final long NEVER = -1;
    private static final GatheringId NOWHERE = new GatheringId(new UUID(0, 0));

    @AggregateIdentifier
    private GatheringId id;

    private AccountId creator = new AccountId(new UUID(0, 0));
    private String slug = "";
    private CategoryId category = new CategoryId(new UUID(0, 0));
    private GatheringReworded words = new GatheringReworded(NOWHERE, "", "", "");
    private GatheringRescheduled time = new GatheringRescheduled(NOWHERE, Instant.EPOCH, Instant.EPOCH);
    private GatheringRelocated place = new GatheringRelocated(NOWHERE, "", "", null, null);
    private AdmissionChanged admission = new AdmissionChanged(NOWHERE, Access.FREE, null, List.of());
    private @Nullable UUID image;
    private GatheringStatus status = GatheringStatus.DRAFT;
    private @Nullable String rejectionReason;
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    /** With which version it was judged last. */
    private long judged = NEVER;

    /** With which version something changed last for those who come. */
    private long changed = NEVER;

    Gathering() {}

    Gathering(GatheringAnnounced announced) {
        apply(announced);
    }

    AccountId creator() {
        return creator;
    }

    Announcement announcement() {
        return new Announcement(
                words.title(),
                words.description(),
                words.shortDescription(),
                category,
                time.startsAt(),
                time.endsAt(),
                place.venue(),
                place.address(),
                place.latitude(),
                place.longitude(),
                admission.access(),
                admission.capacity(),
                admission.ticketTypes());
    }

    GatheringStatus status() {
        return status;
    }

    /** What people are to be told that happened with this version, unless it holds no more or something newer is. */
    Optional<Occasion> occasion(long version) {
        if (version == judged) {
            return switch (status) {
                case APPROVED -> Optional.of(Occasion.APPROVED);
                case REJECTED -> Optional.of(Occasion.REJECTED);
                case DRAFT, PENDING, COMPLETED, CANCELLED -> Optional.empty();
            };
        }
        if (version == changed) {
            return switch (status) {
                case APPROVED -> Optional.of(Occasion.CHANGED);
                case CANCELLED -> Optional.of(Occasion.CANCELLED);
                case DRAFT, PENDING, REJECTED, COMPLETED -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    Optional<UUID> image() {
        return Optional.ofNullable(image);
    }

    /** Whether everybody may know of it. */
    boolean published() {
        return switch (status) {
            case APPROVED, COMPLETED, CANCELLED -> true;
            case DRAFT, PENDING, REJECTED -> false;
        };
    }

    /** Whether it was submitted, and neither sent back nor over. */
    boolean submitted() {
        return status == GatheringStatus.PENDING || status == GatheringStatus.APPROVED;
    }

    void refuseUnlessEditable() {
        switch (status) {
            case DRAFT, PENDING, APPROVED, REJECTED -> {}
            case COMPLETED, CANCELLED -> throw new Refused(NOT_EDITABLE);
        }
    }

    /** Says what differs. */
    void edit(Announcement next) {
        if (!next.category().equals(category)) {
            apply(new GatheringRecategorised(id, next.category()));
        }
        applyUnless(words, words(id, next));
        applyUnless(time, time(id, next));
        applyUnless(place, place(id, next));
        applyUnless(admission, admission(id, next));
    }

    private static void applyUnless(GatheringEvent said, GatheringEvent next) {
        if (!next.equals(said)) {
            apply(next);
        }
    }

    void show(UUID picture) {
        refuseUnlessEditable();
        if (!picture.equals(image)) {
            apply(new ImageShown(id, picture));
        }
    }

    void submit() {
        if (status != GatheringStatus.DRAFT && status != GatheringStatus.REJECTED) {
            throw new Refused(NOT_DRAFT);
        }
        apply(new GatheringSubmitted(id));
    }

    void approve() {
        refuseUnlessPending();
        apply(new GatheringApproved(id));
    }

    void reject(String reason) {
        refuseUnlessPending();
        apply(new GatheringRejected(id, reason));
    }

    void cancel() {
        if (status != GatheringStatus.APPROVED) {
            throw new Refused(NOT_OPEN);
        }
        apply(new GatheringCancelled(id));
    }

    void complete() {
        apply(new GatheringCompleted(id));
    }

    void delete() {
        if (status != GatheringStatus.DRAFT) {
            throw new Refused(NOT_DRAFT);
        }
        apply(new GatheringDeleted(id));
    }

    GatheringDetails details() {
        return new GatheringDetails(
                id, slug, creator, announcement(), image, status, rejectionReason, createdAt, updatedAt, getVersion());
    }

    private void refuseUnlessPending() {
        if (status != GatheringStatus.PENDING) {
            throw new Refused(NOT_PENDING);
        }
    }

    private static GatheringReworded words(GatheringId id, Announcement of) {
        return new GatheringReworded(id, of.title(), of.description(), of.shortDescription());
    }

    private static GatheringRescheduled time(GatheringId id, Announcement of) {
        return new GatheringRescheduled(id, of.startsAt(), of.endsAt());
    }

    private static GatheringRelocated place(GatheringId id, Announcement of) {
        return new GatheringRelocated(id, of.venue(), of.address(), of.latitude(), of.longitude());
    }

    private static AdmissionChanged admission(GatheringId id, Announcement of) {
        return new AdmissionChanged(id, of.access(), of.capacity(), of.ticketTypes());
    }

    @EventSourcingHandler
    void on(GatheringEvent event, @Timestamp Instant at, @SequenceNumber long version) {
        updatedAt = at;
        switch (event) {
            case GatheringAnnounced announced -> {
                id = announced.gatheringId();
                creator = announced.creator();
                slug = announced.slug();
                category = announced.announcement().category();
                words = words(id, announced.announcement());
                time = time(id, announced.announcement());
                place = place(id, announced.announcement());
                admission = admission(id, announced.announcement());
                createdAt = at;
            }
            case GatheringSubmitted _ -> {
                status = GatheringStatus.PENDING;
                rejectionReason = null;
            }
            case GatheringApproved _ -> {
                status = GatheringStatus.APPROVED;
                judged = version;
            }
            case GatheringRejected rejected -> {
                status = GatheringStatus.REJECTED;
                rejectionReason = rejected.reason();
                judged = version;
            }
            case GatheringRecategorised recategorised -> category = recategorised.category();
            case GatheringReworded reworded -> words = reworded;
            case GatheringRescheduled rescheduled -> {
                time = rescheduled;
                changedForGuests(version);
            }
            case GatheringRelocated relocated -> {
                place = relocated;
                changedForGuests(version);
            }
            case AdmissionChanged next -> {
                if (!prices(next).equals(prices(admission))) {
                    changedForGuests(version);
                }
                admission = next;
            }
            case ImageShown shown -> image = shown.image();
            case GatheringCancelled _ -> {
                changedForGuests(version);
                status = GatheringStatus.CANCELLED;
            }
            case GatheringCompleted _ -> status = GatheringStatus.COMPLETED;
            case GatheringDeleted _ -> markDeleted();
        }
    }

    /** Nobody comes before it is approved. */
    private void changedForGuests(long version) {
        if (status == GatheringStatus.APPROVED) {
            changed = version;
        }
    }

    /** What each sort of ticket costs, however many there are of it. */
    private static Map<TicketTypeId, Money> prices(AdmissionChanged admission) {
        return admission.ticketTypes().stream().collect(toMap(TicketType::id, TicketType::price));
    }
}
