package org.palabre.gatherings.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.query.GatheringsOnPostgres.MUSIC;
import static org.palabre.gatherings.query.GatheringsOnPostgres.NINE;
import static org.palabre.gatherings.query.GatheringsOnPostgres.OWNER;
import static org.palabre.gatherings.query.GatheringsOnPostgres.announced;
import static org.palabre.gatherings.query.GatheringsOnPostgres.francs;
import static org.palabre.gatherings.query.GatheringsOnPostgres.ticketType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryEvent.CategoryMoved;
import org.palabre.gatherings.CategoryEvent.CategoryRemoved;
import org.palabre.gatherings.CategoryEvent.CategoryRenamed;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringEvent.AdmissionChanged;
import org.palabre.gatherings.GatheringEvent.GatheringApproved;
import org.palabre.gatherings.GatheringEvent.GatheringDeleted;
import org.palabre.gatherings.GatheringEvent.GatheringRejected;
import org.palabre.gatherings.GatheringEvent.GatheringRelocated;
import org.palabre.gatherings.GatheringEvent.GatheringReworded;
import org.palabre.gatherings.GatheringEvent.GatheringSubmitted;
import org.palabre.gatherings.GatheringEvent.ImageShown;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.gatherings.GatheringQuery.EventStats;
import org.palabre.gatherings.GatheringQuery.FindCategories;
import org.palabre.gatherings.GatheringQuery.FindCategory;
import org.palabre.gatherings.GatheringQuery.FindCategoryUse;
import org.palabre.gatherings.GatheringQuery.FindEventStats;
import org.palabre.gatherings.GatheringQuery.FindGatheringBySlug;
import org.palabre.gatherings.GatheringQuery.FindGuests;
import org.palabre.gatherings.GatheringQuery.FindImage;
import org.palabre.gatherings.GatheringQuery.FindInvolvements;
import org.palabre.gatherings.GatheringQuery.FindParticipants;
import org.palabre.gatherings.GatheringQuery.FindParticipating;
import org.palabre.gatherings.GatheringQuery.FindSurroundings;
import org.palabre.gatherings.GatheringQuery.Image;
import org.palabre.gatherings.GatheringQuery.TicketTypeView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.Guests;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.ParticipationEvent.Invited;
import org.palabre.gatherings.ParticipationEvent.ParticipationConfirmed;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.gatherings.ParticipationEvent.ParticipationWithdrawn;
import org.palabre.gatherings.ParticipationEvent.Waitlisted;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.ParticipationStatus;
import org.palabre.gatherings.SeatBlockEvent.SeatsOffered;
import org.palabre.gatherings.SeatBlockEvent.SeatsReturned;
import org.palabre.gatherings.SeatBlockEvent.SeatsTaken;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.SeatBlockEvent.WaitingBegan;
import org.palabre.gatherings.SeatBlockEvent.WaitingEnded;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketRefunded;
import org.palabre.gatherings.TicketEvent.TicketUsed;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.shared.Page;
import org.palabre.shared.Personal;
import org.palabre.views.TallyEvent.ViewsCounted;
import org.palabre.views.TallyId;
import org.palabre.views.Viewed;

class GatheringsFoldTest {

    private static final GatheringId CONCERT = GatheringId.next();
    private static final SeatBlockId FIRST = SeatBlockId.of(CONCERT, 0);
    private static final SeatBlockId SECOND = SeatBlockId.of(CONCERT, 1);
    private static final TicketTypeId PIT = TicketTypeId.next();
    private static final TicketTypeId BALCONY = TicketTypeId.next();
    private static final OrderId ORDER = OrderId.next();
    private static final AccountId ADA = AccountId.next();
    private static final AccountId BOB = AccountId.next();
    private static final Page.Request ALL = new Page.Request(1, 100);

    @AutoClose
    private final GatheringsOnPostgres world = new GatheringsOnPostgres();

    @Test
    void a_gathering_is_shown_as_its_events_made_it() throws Exception {
        var image = UUID.randomUUID();
        world.happens(
                        announced(CONCERT, "Été à l'École", 40),
                        new GatheringSubmitted(CONCERT),
                        new GatheringRejected(CONCERT, "Trop court"),
                        new GatheringReworded(CONCERT, "Fête à l'École", "Une fête", "Brève"),
                        new GatheringRelocated(CONCERT, "Plateau", "Rue 12", 5.32, -4.02),
                        new ImageShown(CONCERT, image))
                .shown();

        var gathering = world.seen(CONCERT);
        assertThat(gathering.status()).isEqualTo(GatheringStatus.REJECTED);
        assertThat(gathering.rejectionReason()).isEqualTo("Trop court");
        assertThat(gathering.title()).isEqualTo("Fête à l'École");
        assertThat(gathering.shortDescription()).isEqualTo("Brève");
        assertThat(gathering.latitude()).isEqualTo(5.32);
        assertThat(gathering.category().slug()).isEqualTo("musique");
        assertThat(gathering.creator().firstName()).isEqualTo("Awa");
        assertThat(gathering.capacity()).isEqualTo(40);
        assertThat(gathering.seatsLeft()).isEqualTo(40);
        assertThat(gathering.imageUrl()).endsWith(image.toString());
        assertThat(gathering.updatedAt()).isEqualTo(NINE);
        assertThat(gathering.version()).isEqualTo(5);
        assertThat(world.gatherings.handle(new FindImage(CONCERT, Viewer.ANYONE)))
                .isEmpty();
        assertThat(world.gatherings.handle(new FindParticipating(CONCERT, Viewer.ANYONE)))
                .isEmpty();
        assertThat(world.gatherings.handle(new FindParticipating(CONCERT, owner())))
                .contains(false);
        assertThat(world.gatherings.handle(new FindImage(CONCERT, owner()))).contains(new Image(image));
        assertThat(world.gatherings.handle(new FindGatheringBySlug(gathering.slug())))
                .contains(CONCERT);
    }

    @Test
    void only_who_announced_it_and_admins_know_of_what_is_not_public() throws Exception {
        world.happens(announced(CONCERT, "Concert", 10)).shown();
        assertThat(world.seenBy(Viewer.ANYONE, CONCERT)).isEmpty();
        assertThat(world.seenBy(new Viewer(Optional.of(ADA), false), CONCERT)).isEmpty();
        assertThat(world.seenBy(owner(), CONCERT)).isPresent();
        assertThat(world.seenBy(new Viewer(Optional.of(ADA), true), CONCERT)).isPresent();

        world.happens(new GatheringSubmitted(CONCERT), new GatheringApproved(CONCERT))
                .shown();
        assertThat(world.seenBy(Viewer.ANYONE, CONCERT)).isPresent();
    }

    @Test
    void seats_are_counted_over_all_blocks_and_ticket_types_each() throws Exception {
        world.happens(
                        new GatheringsOnPostgres.Told("Concert")
                                .seats(10)
                                .selling(ticketType(PIT, 5000, 6))
                                .selling(ticketType(BALCONY, 2000, 8))
                                .of(CONCERT),
                        offered(FIRST, 0, 5, 3, 4),
                        offered(SECOND, 1, 5, 3, 4),
                        taken(SECOND, 4, new Tickets(PIT, 2)),
                        taken(FIRST, 0, new Tickets(BALCONY, 2)))
                .shown();
        assertLeft(6, 4, 6);

        world.happens(new SeatsReturned(
                        FIRST, CONCERT, 4, List.of(new Tickets(PIT, 2), new Tickets(BALCONY, 2)), ORDER))
                .shown();
        assertLeft(10, 6, 8);
    }

    @Test
    void what_is_offered_anew_counts_from_then_on() throws Exception {
        var dearer = List.of(ticketType(PIT, 6000, 20));
        world.happens(
                        new GatheringsOnPostgres.Told("Concert")
                                .seats(null)
                                .selling(ticketType(PIT, 5000, 6))
                                .of(CONCERT),
                        new SeatsOffered(FIRST, CONCERT, 0, Access.PAID, 6, List.of(ticketType(PIT, 5000, 6))),
                        taken(FIRST, 2, new Tickets(PIT, 2)),
                        new AdmissionChanged(CONCERT, Access.PAID, null, dearer),
                        new SeatsOffered(FIRST, CONCERT, 0, Access.PAID, 18, List.of(ticketType(PIT, 6000, 18))))
                .shown();

        var gathering = world.seen(CONCERT);
        assertThat(gathering.capacity()).isEqualTo(20);
        assertThat(gathering.seatsLeft()).isEqualTo(18);
        assertThat(gathering.ticketTypes()).containsExactly(new TicketTypeView(PIT, "Type 6000", francs(6000), 20, 18));
        assertThat(world.gatherings
                        .handle(new FindSurroundings(CONCERT, OWNER, MUSIC))
                        .seatsTaken())
                .isEqualTo(2);
    }

    @Test
    void who_waits_has_a_place_that_moves() throws Exception {
        world.happens(
                        announced(CONCERT, "Concert", 1),
                        new SeatsOffered(FIRST, CONCERT, 0, Access.FREE, 1, List.of()),
                        new ParticipationConfirmed(of(OWNER), CONCERT, OWNER),
                        new WaitingBegan(FIRST, CONCERT, ADA),
                        new Waitlisted(of(ADA), CONCERT, ADA),
                        new WaitingBegan(FIRST, CONCERT, BOB),
                        new Waitlisted(of(BOB), CONCERT, BOB))
                .shown();
        assertThat(place(ADA)).isEqualTo(1);
        assertThat(place(BOB)).isEqualTo(2);
        assertThat(stats().waitlistedCount()).isEqualTo(2);
        assertThat(stats().participantsCount()).isEqualTo(1);
        assertThat(participants(Optional.of(ParticipationStatus.CONFIRMED))).containsExactly(OWNER);

        world.happens(
                        new ParticipationWithdrawn(of(OWNER), CONCERT, OWNER),
                        new WaitingEnded(FIRST, CONCERT, ADA),
                        new ParticipationPromoted(of(ADA), CONCERT, ADA))
                .shown();
        assertThat(place(BOB)).isEqualTo(1);
        assertThat(participants(Optional.empty())).containsExactlyInAnyOrder(ADA, BOB);
        assertThat(stats().participantsCount()).isEqualTo(1);
        assertThat(isParticipating(ADA)).isTrue();
        assertThat(isParticipating(BOB)).isFalse();
        assertThat(isParticipating(OWNER)).isFalse();
    }

    @Test
    void tickets_count_until_they_are_refunded() throws Exception {
        var first = TicketId.ofCode("first");
        var second = TicketId.ofCode("second");
        world.happens(
                        new GatheringsOnPostgres.Told("Concert")
                                .selling(ticketType(PIT, 1010, 10))
                                .of(CONCERT),
                        issued(first, ADA),
                        issued(second, ADA),
                        new TicketUsed(first, OWNER))
                .shown();
        assertThat(stats()).isEqualTo(new EventStats(0, 2, 0, 2, 1, francs(2020), francs(101), francs(1919)));
        assertThat(participants(Optional.empty())).containsExactly(ADA);
        assertThat(isParticipating(ADA)).isTrue();

        world.happens(new TicketRefunded(first), new TicketRefunded(second)).shown();
        assertThat(stats()).isEqualTo(new EventStats(0, 0, 0, 0, 1, francs(0), francs(0), francs(0)));
        assertThat(isParticipating(ADA)).isFalse();
    }

    @Test
    void guests_are_those_who_come_or_wait_each_once_and_page_after_page() throws Exception {
        var both = AccountId.next();
        var away = AccountId.next();
        world.happens(
                        announced(CONCERT, "Concert", 2),
                        new SeatsOffered(FIRST, CONCERT, 0, Access.FREE, 2, List.of()),
                        new ParticipationConfirmed(of(ADA), CONCERT, ADA),
                        new ParticipationConfirmed(of(both), CONCERT, both),
                        new WaitingBegan(FIRST, CONCERT, BOB),
                        new Waitlisted(of(BOB), CONCERT, BOB),
                        new ParticipationConfirmed(of(away), CONCERT, away),
                        new ParticipationWithdrawn(of(away), CONCERT, away),
                        new Invited(of(OWNER), CONCERT, OWNER),
                        new Invited(of(ADA), CONCERT, ADA),
                        issued(TicketId.ofCode("first"), both),
                        issued(TicketId.ofCode("second"), both))
                .shown();

        var all = guests(NINE, Optional.empty(), 100);
        assertThat(all).containsExactlyInAnyOrder(ADA, BOB, both);
        assertThat(guests(NINE, Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
        assertThat(guests(NINE, Optional.of(all.get(1)), 2)).containsExactly(all.get(2));
        assertThat(guests(NINE, Optional.of(all.get(2)), 2)).isEmpty();
        assertThat(world.participations
                        .handle(new FindGuests(CONCERT, Guests.INVITED, NINE, Optional.empty(), 100))
                        .each())
                .containsExactly(OWNER);
    }

    @Test
    void who_lost_a_ticket_is_a_guest_of_what_happened_until_then() throws Exception {
        var ticket = TicketId.ofCode("first");
        world.happens(
                        new GatheringsOnPostgres.Told("Concert")
                                .selling(ticketType(PIT, 1010, 10))
                                .of(CONCERT),
                        issued(ticket, ADA),
                        new TicketRefunded(ticket))
                .shown();

        assertThat(guests(NINE.minusSeconds(1), Optional.empty(), 100)).containsExactly(ADA);
        assertThat(guests(NINE.plusSeconds(1), Optional.empty(), 100)).isEmpty();
    }

    @Test
    void views_add_up_and_change_no_version() throws Exception {
        var other = GatheringId.next();
        world.happens(announced(CONCERT, "Concert", 1), announced(other, "Bal", 1))
                .happens(counted(1, times(CONCERT, 3), times(other, 1)), counted(2, times(CONCERT, 2)))
                .happens(new GatheringDeleted(other))
                .happens(counted(3, times(other, 1)))
                .shown();
        assertThat(world.seen(CONCERT).viewsCount()).isEqualTo(5);
        assertThat(world.seen(CONCERT).version()).isZero();
        assertThat(world.gatherings.handle(new FindEventStats(other))).isEmpty();
    }

    @Test
    void categories_are_listed_by_name_and_known_to_be_in_use() throws Exception {
        var jazz = CategoryId.next();
        var art = CategoryId.next();
        world.happens(
                        announced(CONCERT, "Concert", 1),
                        new CategoryAdded(jazz, "Jaz", "jazz", null),
                        new CategoryRenamed(jazz, "Jazz"),
                        new CategoryMoved(jazz, MUSIC),
                        new CategoryAdded(art, "Écoles d'art", "ecoles-d-art", null))
                .shown();
        assertThat(world.categories.handle(new FindCategories(ALL)).rows())
                .containsExactly(
                        new CategoryView(art, "Écoles d'art", "ecoles-d-art", null, 0),
                        new CategoryView(jazz, "Jazz", "jazz", MUSIC, 2),
                        new CategoryView(MUSIC, "Musique", "musique", null, 0));
        assertThat(world.categories.handle(new FindCategory("jazz"))).contains(jazz);
        assertThat(world.categories.handle(new FindCategory(jazz.toString()))).contains(jazz);
        assertThat(world.categories.handle(new FindCategory("rien"))).isEmpty();
        assertThat(isInUse(MUSIC)).contains(true);
        assertThat(isInUse(jazz)).contains(false);

        world.happens(new CategoryRemoved(jazz)).shown();
        assertThat(isInUse(jazz)).isEmpty();
    }

    @Test
    void what_somebody_has_to_do_with_gatherings_is_known() throws Exception {
        world.happens(
                        announced(CONCERT, "Concert", 1),
                        new Invited(of(ADA), CONCERT, ADA),
                        new ParticipationConfirmed(of(ADA), CONCERT, ADA),
                        new ParticipationWithdrawn(of(ADA), CONCERT, ADA))
                .shown();
        assertThat(world.participations.handle(new FindInvolvements(ADA, ALL)).rows())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.event().title()).isEqualTo("Concert");
                    assertThat(each.invited()).isTrue();
                    assertThat(each.status()).isNull();
                });
        assertThat(world.participations.handle(new FindInvolvements(BOB, ALL)).rows())
                .isEmpty();
    }

    private static SeatsOffered offered(SeatBlockId block, int number, int free, int pit, int balcony) {
        List<TicketType> types = List.of(ticketType(PIT, 5000, pit), ticketType(BALCONY, 2000, balcony));
        return new SeatsOffered(block, CONCERT, number, Access.PAID, free, types);
    }

    private static SeatsTaken taken(SeatBlockId block, int seats, Tickets... tickets) {
        return new SeatsTaken(block, CONCERT, seats, List.of(tickets), ORDER);
    }

    private static TicketIssued issued(TicketId id, AccountId holder) {
        var secret = Personal.of(holder.value(), "secret");
        return new TicketIssued(
                id, ORDER, CONCERT, holder, PIT, "Fosse", francs(1010), new BigDecimal("0.05"), secret, secret);
    }

    private static ViewsCounted counted(int batch, Viewed.Times... times) {
        return new ViewsCounted(TallyId.next(), batch, List.of(times));
    }

    private static Viewed.Times times(GatheringId id, int count) {
        return new Viewed.Times(new Viewed(Viewed.Kind.GATHERING, id.value()), count);
    }

    private void assertLeft(int seats, int pit, int balcony) {
        var gathering = world.seen(CONCERT);
        assertThat(gathering.seatsLeft()).isEqualTo(seats);
        assertThat(gathering.ticketTypes()).extracting(TicketTypeView::left).containsExactly(pit, balcony);
    }

    private static ParticipationId of(AccountId account) {
        return ParticipationId.of(CONCERT, account);
    }

    private static Viewer owner() {
        return new Viewer(Optional.of(OWNER), false);
    }

    private EventStats stats() {
        return world.gatherings.handle(new FindEventStats(CONCERT)).orElseThrow();
    }

    private List<AccountId> participants(Optional<ParticipationStatus> status) {
        var page = world.participations.handle(new FindParticipants(CONCERT, status, ALL));
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(each -> each.user().id()).toList();
    }

    private List<AccountId> guests(Instant since, Optional<AccountId> after, int most) {
        return world.participations
                .handle(new FindGuests(CONCERT, Guests.COMING, since, after, most))
                .each();
    }

    private Integer place(AccountId account) {
        return world
                .participations
                .handle(new FindParticipants(CONCERT, Optional.of(ParticipationStatus.WAITLISTED), ALL))
                .rows()
                .stream()
                .filter(each -> each.user().id().equals(account))
                .findFirst()
                .orElseThrow()
                .place();
    }

    private boolean isParticipating(AccountId account) {
        return world.gatherings
                .handle(new FindParticipating(CONCERT, new Viewer(Optional.of(account), true)))
                .orElseThrow();
    }

    private Optional<Boolean> isInUse(CategoryId category) {
        return world.categories.handle(new FindCategoryUse(category)).map(use -> use.inUse());
    }
}
