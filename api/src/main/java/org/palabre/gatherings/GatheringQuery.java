package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.PersonView;
import org.palabre.shared.Actor;
import org.palabre.shared.Money;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

/** What one may ask about gatherings, and the shapes of the answers. */
public sealed interface GatheringQuery {

    /**
     * Who looks: not everybody may see every gathering.
     *
     * @param account who is logged in, if anybody is
     * @param everything whether this is an admin
     */
    record Viewer(Optional<AccountId> account, boolean everything) {

        /** Who sees what everybody sees. */
        public static final Viewer ANYONE = new Viewer(Optional.empty(), false);

        public static Viewer of(Actor actor) {
            return actor instanceof Actor.Account account
                    ? new Viewer(AccountId.of(actor), account.has(Actor.Role.ADMIN))
                    : ANYONE;
        }
    }

    /** Answered by an optional {@link GatheringView}, empty where the viewer may not know of it; subscribe to follow it. */
    record FindGathering(GatheringId gatheringId, Viewer viewer) implements GatheringQuery {}

    /** Which gathering has this slug: answered by an optional {@link GatheringId}, whoever asks. */
    record FindGatheringBySlug(String slug) implements GatheringQuery {}

    /**
     * Whether the viewer has a confirmed seat or a ticket: answered by an optional {@link Boolean}, empty where the viewer
     * may not know of the gathering.
     */
    record FindParticipating(GatheringId gatheringId, Viewer viewer) implements GatheringQuery {}

    /** What a gathering does not decide itself: answered by {@link Surroundings}. */
    record FindSurroundings(GatheringId gatheringId, AccountId creator, CategoryId category)
            implements GatheringQuery {}

    /** Answered by a {@link GatheringPage}. */
    record FindGatherings(Wanted wanted, List<String> ordering, Viewer viewer, Page.Request page)
            implements GatheringQuery {

        public FindGatherings {
            ordering = List.copyOf(ordering);
        }
    }

    /** Which picture a gathering shows: answered by an optional {@link Image}, empty where there is none to see. */
    record FindImage(GatheringId gatheringId, Viewer viewer) implements GatheringQuery {}

    /** The picture that a gathering shows. */
    record Image(UUID id) {}

    /** Answered by an optional {@link EventStats}. */
    record FindEventStats(GatheringId gatheringId) implements GatheringQuery {}

    /** Answered by a {@link ParticipantPage}, newest first. */
    record FindParticipants(GatheringId gatheringId, Optional<ParticipationStatus> status, Page.Request page)
            implements GatheringQuery {}

    /** Where somebody takes part, waits or is invited: answered by an {@link InvolvementPage}, newest first. */
    record FindInvolvements(AccountId accountId, Page.Request page) implements GatheringQuery {}

    /**
     * Who is to be told of a gathering: answered by {@link GuestIds}, in the order of the ids.
     *
     * @param since who lost a ticket after this moment counts still: that may be what they are to be told
     * @param after only those whose ids come after this one
     * @param most how many at once
     */
    record FindGuests(GatheringId gatheringId, Guests guests, Instant since, Optional<AccountId> after, int most)
            implements GatheringQuery {}

    record GuestIds(List<AccountId> each) {

        public GuestIds {
            each = List.copyOf(each);
        }
    }

    /** Which category has this id or slug: answered by an optional {@link CategoryId}. */
    record FindCategory(String idOrSlug) implements GatheringQuery {}

    /** Answered by a {@link CategoryPage}, by name. */
    record FindCategories(Page.Request page) implements GatheringQuery {}

    /** Whether there is such a category, and whether anything is in it: answered by an optional {@link CategoryUse}. */
    record FindCategoryUse(CategoryId categoryId) implements GatheringQuery {}

    /**
     * Which gatherings are wanted; what is empty excludes nothing.
     *
     * @param category a parent brings its children
     * @param priceMax in the platform's currency; free ones are within
     * @param radiusKm above zero, around {@code near}
     * @param search all its words, in title, description and venue
     */
    record Wanted(
            Optional<CategoryId> category,
            Optional<Access> access,
            Optional<AccountId> creator,
            Optional<Instant> startsAfter,
            Optional<Instant> startsBefore,
            Optional<BigDecimal> priceMax,
            Optional<Coordinates> near,
            Optional<Double> radiusKm,
            GatheringStatus status,
            String search) {}

    /**
     * A point on the earth, in degrees.
     *
     * @param latitude -90 to 90
     * @param longitude -180 to 180
     */
    record Coordinates(double latitude, double longitude) {

        private static final Pattern TEXT =
                Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,20})?),\\s*(-?\\d{1,3}(?:\\.\\d{1,20})?)");

        public Coordinates {
            if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
                throw new IllegalArgumentException("There is no such point");
            }
        }

        /** Reads latitude and longitude, with a comma between them. */
        public static Coordinates of(String text) {
            var parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("These are no coordinates");
            }
            return new Coordinates(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
        }
    }

    record GatheringPage(long count, List<GatheringView> rows) implements Page<GatheringView> {}

    record ParticipantPage(long count, List<ParticipantView> rows) implements Page<ParticipantView> {}

    record CategoryPage(long count, List<CategoryView> rows) implements Page<CategoryView> {}

    record InvolvementPage(long count, List<Involvement> rows) implements Page<Involvement> {}

    record CategoryName(CategoryId id, String name, String slug) {}

    /** A category of gatherings; {@code version} is of the category. */
    record CategoryView(
            CategoryId id,
            String name,
            String slug,
            @Nullable CategoryId parent,
            long version) implements Versioned {}

    /** Whether anything is in a category: gatherings, or other categories. */
    record CategoryUse(CategoryView category, boolean inUse) {}

    /**
     * What a gathering decides itself.
     *
     * @param image names the picture it shows
     */
    record GatheringDetails(
            GatheringId id,
            String slug,
            AccountId creator,
            Announcement announcement,
            @Nullable UUID image,
            GatheringStatus status,
            @Nullable String rejectionReason,
            Instant createdAt,
            Instant updatedAt,
            long version) {}

    /**
     * What others make of a gathering; it changes without a decision of that gathering.
     *
     * @param participantsCount confirmed participations, and tickets not refunded
     * @param takenByType seats taken of each ticket type, those held included
     * @param seatsTaken in all, those held included
     */
    record Surroundings(
            PersonView creator,
            CategoryName category,
            long viewsCount,
            int participantsCount,
            int seatsTaken,
            List<SeatBlockEvent.Tickets> takenByType) {

        public Surroundings {
            takenByType = List.copyOf(takenByType);
        }
    }

    /** A ticket type as it is offered; {@code left} can be taken now. */
    record TicketTypeView(TicketTypeId id, String name, Money price, int quota, int left) {}

    record GatheringView(
            GatheringId id,
            String slug,
            String title,
            String description,
            @Nullable String shortDescription,
            CategoryName category,
            PersonView creator,
            Instant startsAt,
            Instant endsAt,
            String venue,
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Access access,
            int capacity,
            List<TicketTypeView> ticketTypes,
            @Nullable String imageUrl,
            GatheringStatus status,
            @Nullable String rejectionReason,
            long viewsCount,
            int participantsCount,
            int seatsLeft,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {

        public GatheringView {
            ticketTypes = List.copyOf(ticketTypes);
        }

        /** What a gathering decides, and what others make of it. */
        public static GatheringView of(GatheringDetails gathering, Surroundings around) {
            var announcement = gathering.announcement();
            var seatsLeft = Math.max(0, announcement.seats() - around.seatsTaken());
            var types = announcement.ticketTypes().stream()
                    .map(type -> new TicketTypeView(
                            type.id(),
                            type.name(),
                            type.price(),
                            type.quota(),
                            Math.max(0, type.quota() - taken(type, around.takenByType()))))
                    .toList();
            return new GatheringView(
                    gathering.id(),
                    gathering.slug(),
                    announcement.title(),
                    announcement.description(),
                    announcement.shortDescription(),
                    around.category(),
                    around.creator(),
                    announcement.startsAt(),
                    announcement.endsAt(),
                    announcement.venue(),
                    announcement.address(),
                    announcement.latitude(),
                    announcement.longitude(),
                    announcement.access(),
                    announcement.seats(),
                    types,
                    gathering.image() == null ? null : imageUrl(gathering.id(), gathering.image()),
                    gathering.status(),
                    gathering.rejectionReason(),
                    around.viewsCount(),
                    around.participantsCount(),
                    types.isEmpty()
                            ? seatsLeft
                            : Math.min(
                                    seatsLeft,
                                    types.stream()
                                            .mapToInt(TicketTypeView::left)
                                            .sum()),
                    gathering.createdAt(),
                    gathering.updatedAt(),
                    gathering.version());
        }

        private static int taken(TicketType type, List<SeatBlockEvent.Tickets> taken) {
            return taken.stream()
                    .filter(tickets -> tickets.ticketType().equals(type.id()))
                    .mapToInt(SeatBlockEvent.Tickets::quantity)
                    .sum();
        }

        /** The address changes with the picture, so that nobody is shown an old one. */
        private static String imageUrl(GatheringId id, UUID image) {
            return "/api/events/%s/image?v=%s".formatted(id, image);
        }
    }

    /** A gathering, and whether the one who looks has a confirmed seat or a ticket. */
    record GatheringForViewer(@JsonUnwrapped GatheringView gathering, boolean isParticipating) implements Versioned {

        @Override
        public long version() {
            return gathering.version();
        }
    }

    /**
     * How somebody is in.
     *
     * @param place on the waiting list, from 1; {@code null} for who has a seat
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ParticipationView(
            ParticipationStatus status, @Nullable Integer place) {}

    record ParticipantView(
            PersonView user,
            ParticipationStatus status,
            @Nullable Integer place,
            Instant joinedAt) {}

    /**
     * What somebody has to do with a gathering.
     *
     * @param status {@code null} if they are not in
     * @param joinedAt since when they are in
     */
    record Involvement(
            OrderQuery.OrderedGathering event,
            boolean invited,
            @Nullable ParticipationStatus status,
            @Nullable Instant joinedAt) {}

    /**
     * How a gathering does, for its owner.
     *
     * @param revenue of tickets not refunded
     * @param commission the part of the revenue that the platform keeps
     */
    record EventStats(
            long viewsCount,
            int participantsCount,
            int waitlistedCount,
            int ticketsSold,
            int checkedInCount,
            Money revenue,
            Money commission,
            Money netRevenue) {}
}
