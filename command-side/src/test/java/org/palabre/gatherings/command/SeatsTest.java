package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.palabre.gatherings.GatheringRefusal.CAPACITY_TOO_LOW;
import static org.palabre.gatherings.GatheringRefusal.NOT_FOR_SALE;
import static org.palabre.gatherings.GatheringRefusal.NOT_INVITED;
import static org.palabre.gatherings.GatheringRefusal.NOT_OPEN;
import static org.palabre.gatherings.GatheringRefusal.SOLD_OUT;
import static org.palabre.gatherings.GatheringRefusal.TICKET_REQUIRED;
import static org.palabre.gatherings.UnfitField.UNKNOWN_TICKET_TYPE;
import static org.palabre.gatherings.command.Announcements.SITTING;
import static org.palabre.gatherings.command.Announcements.STANDING;
import static org.palabre.gatherings.command.Announcements.free;
import static org.palabre.gatherings.command.Announcements.invitation;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.price;
import static org.palabre.gatherings.command.Announcements.sitting;
import static org.palabre.gatherings.command.Announcements.standing;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.SeatBlockEvent.SeatsOffered;
import org.palabre.gatherings.SeatBlockEvent.SeatsReturned;
import org.palabre.gatherings.SeatBlockEvent.SeatsTaken;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.SeatBlockEvent.WaitingBegan;
import org.palabre.gatherings.SeatBlockEvent.WaitingEnded;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.gatherings.TicketType;
import org.palabre.shared.Ids;
import org.palabre.shared.Refused;

class SeatsTest {

    private static final GatheringId NIGHT = GatheringId.next();
    private static final SeatBlockId FIRST = SeatBlockId.of(NIGHT, 0);
    private static final OrderId ORDER = OrderId.next();
    private static final AccountId ADA = someone();
    private static final AccountId BOB = someone();
    private static final AccountId CLEO = someone();

    private final Village village = new Village();

    @Test
    void a_few_seats_lie_in_one_block_and_many_in_several() {
        open(free(999));
        assertThat(village.history()).containsExactly(offered(0, 999));

        var parade = GatheringId.next();
        village.does(() -> village.seats.open(parade, free(1_001)));
        assertThat(village.history().stream()
                        .skip(1)
                        .map(SeatsOffered.class::cast)
                        .map(SeatsOffered::free))
                .containsExactly(125, 125, 125, 125, 125, 125, 125, 126);
    }

    @Test
    void what_is_taken_is_told_with_its_terms() {
        open(paid(standing(10), sitting(5)));

        var types = take(new Tickets(SITTING, 2), new Tickets(STANDING, 1));

        assertThat(types).extracting(TicketType::name).containsExactly("Assis", "Debout");
        assertThat(types).extracting(TicketType::price).containsExactly(price(12_000), price(5_000));
        assertThat(village.history().getLast())
                .isEqualTo(new SeatsTaken(
                        FIRST, NIGHT, 3, List.of(new Tickets(STANDING, 1), new Tickets(SITTING, 2)), ORDER));
    }

    @Test
    void nobody_takes_more_than_a_quota_or_than_there_are_seats() {
        open(paid(4, standing(3), sitting(3)));
        take(new Tickets(STANDING, 2));

        refused(SOLD_OUT, () -> take(new Tickets(STANDING, 2)));
        refused(SOLD_OUT, () -> take(new Tickets(STANDING, 1), new Tickets(SITTING, 2)));
        take(new Tickets(STANDING, 1), new Tickets(SITTING, 1));
        refused(SOLD_OUT, () -> take(new Tickets(SITTING, 1)));
    }

    @Test
    void what_no_block_has_alone_is_taken_wherever_it_is() {
        open(paid(2_000, standing(10)));

        take(new Tickets(STANDING, 9));

        assertThat(village.history().stream()
                        .filter(SeatsTaken.class::isInstance)
                        .mapToInt(event -> ((SeatsTaken) event).seats())
                        .sum())
                .isEqualTo(9);
        refused(SOLD_OUT, () -> take(new Tickets(STANDING, 2)));
        take(new Tickets(STANDING, 1));
    }

    @Test
    void whoever_has_seen_nothing_yet_finds_the_last_ticket() {
        open(paid(2_000, standing(8)));
        IntStream.range(0, 7).forEach(_ -> take(new Tickets(STANDING, 1)));

        var others = village.newSeats();

        village.does(() -> others.take(NIGHT, ORDER, List.of(new Tickets(STANDING, 1))));
        refused(SOLD_OUT, () -> village.does(() -> others.take(NIGHT, ORDER, List.of(new Tickets(STANDING, 1)))));
    }

    @Test
    void what_comes_back_comes_to_the_first_block_and_can_be_taken_again() {
        open(paid(2_000, standing(8)));
        take(new Tickets(STANDING, 8));

        giveBack(new Tickets(STANDING, 3));

        assertThat(village.history().getLast())
                .isEqualTo(new SeatsReturned(FIRST, NIGHT, 3, List.of(new Tickets(STANDING, 3)), ORDER));
        take(new Tickets(STANDING, 3));
        refused(SOLD_OUT, () -> take(new Tickets(STANDING, 1)));
    }

    @Test
    void nothing_is_taken_before_they_are_open_or_after_they_are_closed() {
        refused(NOT_OPEN, () -> take(new Tickets(STANDING, 1)));
        refused(NOT_OPEN, () -> admit(ADA));

        open(paid(standing(1)));
        village.does(() -> village.seats.close(NIGHT));

        refused(NOT_OPEN, () -> take(new Tickets(STANDING, 1)));
        refused(NOT_OPEN, () -> admit(ADA));
    }

    @Test
    void only_tickets_that_there_are_are_sold_and_only_where_they_are() {
        open(free(3));
        refused(NOT_FOR_SALE, () -> take(new Tickets(STANDING, 1)));

        change(free(3), paid(standing(3)));
        refused(UNKNOWN_TICKET_TYPE, () -> take(new Tickets(SITTING, 1)));
        refused(TICKET_REQUIRED, () -> admit(ADA));
    }

    @Test
    void only_the_invited_come_where_one_is_invited() {
        open(invitation(1));

        refused(NOT_INVITED, () -> admit(ADA));
        assertThat(village.does(() -> village.seats.admit(NIGHT, ADA, true))).isTrue();
    }

    @Test
    void who_finds_no_seat_waits_and_who_waits_longest_gets_the_next() {
        open(free(1));
        assertThat(admit(ADA)).isTrue();
        assertThat(admit(BOB)).isFalse();
        assertThat(admit(CLEO)).isFalse();
        assertThat(placeOf(BOB)).isEqualTo(1);
        assertThat(placeOf(CLEO)).isEqualTo(2);

        village.does(() -> village.seats.giveBackSeat(NIGHT));

        assertThat(village.history())
                .endsWith(
                        new SeatsReturned(FIRST, NIGHT, 1, List.of(), null),
                        new WaitingEnded(FIRST, NIGHT, BOB),
                        new SeatsTaken(FIRST, NIGHT, 1, List.of(), null),
                        promoted(BOB));
        assertThat(placeOf(CLEO)).isEqualTo(1);
    }

    @Test
    void who_waits_no_more_is_passed_by() {
        open(free(1));
        List.of(ADA, BOB, CLEO).forEach(this::admit);

        village.does(() -> village.seats.stopWaiting(NIGHT, BOB));
        village.does(() -> village.seats.giveBackSeat(NIGHT));

        assertThat(village.history()).contains(promoted(CLEO)).doesNotContain(promoted(BOB));
    }

    @Test
    void more_seats_promote_in_order_and_many_in_several_steps() {
        open(free(1));
        var people = IntStream.range(0, 71).mapToObj(_ -> someone()).toList();
        people.forEach(this::admit);

        change(free(1), free(66));

        assertThat(promotions()).containsExactlyElementsOf(people.subList(1, 51));
        assertThat(admit(ADA)).as("who comes now waits behind those").isFalse();

        var deadline = village.deadlines.take();
        assertThat(deadline).hasSize(1);
        village.when(deadline.getFirst().command()).as(Village.PLATFORM).answer(Object.class);
        assertThat(promotions()).containsExactlyElementsOf(people.subList(1, 66));
        assertThat(village.deadlines.take()).isEmpty();
    }

    @Test
    void in_a_crowd_too_one_waits_only_when_no_block_has_a_seat() {
        open(free(1_000));
        change(free(1_000), free(20));
        var people = IntStream.range(0, 22).mapToObj(_ -> someone()).toList();

        assertThat(people.stream().filter(this::admit)).hasSize(20);

        assertThat(village.history())
                .contains(
                        new WaitingBegan(FIRST, NIGHT, people.get(20)), new WaitingBegan(FIRST, NIGHT, people.get(21)));
    }

    @Test
    void what_somebody_has_cannot_be_taken_away() {
        open(paid(standing(4), sitting(2)));
        take(new Tickets(STANDING, 2));

        refused(CAPACITY_TOO_LOW, () -> change(paid(standing(4), sitting(2)), paid(standing(1), sitting(2))));
        refused(CAPACITY_TOO_LOW, () -> change(paid(standing(4), sitting(2)), paid(sitting(2))));
        refused(CAPACITY_TOO_LOW, () -> change(paid(standing(4), sitting(2)), paid(1, standing(4), sitting(2))));

        change(paid(standing(4), sitting(2)), paid(standing(3)));
        take(new Tickets(STANDING, 1));
        refused(SOLD_OUT, () -> take(new Tickets(STANDING, 1)));
    }

    @Test
    void nobody_who_waits_gets_for_nothing_what_is_sold() {
        open(free(1));
        List.of(ADA, BOB).forEach(this::admit);
        change(free(1), paid(2, standing(2)));

        assertThat(village.history()).doesNotContain(promoted(BOB));

        take(new Tickets(STANDING, 1));
        giveBack(new Tickets(STANDING, 1));
        assertThat(village.history()).doesNotContain(promoted(BOB));
        change(paid(2, standing(2)), free(2));
        assertThat(village.history()).endsWith(promoted(BOB));
    }

    @Test
    void the_same_terms_are_not_told_again() {
        open(paid(standing(4)));
        var before = village.history();

        change(paid(standing(4)), paid(4, standing(4)));

        assertThat(village.history()).isEqualTo(before);
    }

    private void open(Announcement announcement) {
        village.does(() -> village.seats.open(NIGHT, announcement));
    }

    private void change(Announcement before, Announcement after) {
        village.does(() -> village.seats.change(NIGHT, before, after));
    }

    private List<TicketType> take(Tickets... tickets) {
        return village.does(() -> village.seats.take(NIGHT, ORDER, List.of(tickets)));
    }

    private void giveBack(Tickets... tickets) {
        village.does(() -> village.seats.giveBack(NIGHT, ORDER, List.of(tickets)));
    }

    private boolean admit(AccountId accountId) {
        return village.does(() -> {
            var admitted = village.seats.admit(NIGHT, accountId, false);
            village.participations
                    .loadOrCreate(ParticipationId.of(NIGHT, accountId).toString(), Participation::new)
                    .execute(participation -> participation.begin(NIGHT, accountId, admitted));
            return admitted;
        });
    }

    private int placeOf(AccountId accountId) {
        return village.does(() -> village.seats.placeOf(NIGHT, accountId));
    }

    private List<AccountId> promotions() {
        return village.history().stream()
                .filter(ParticipationPromoted.class::isInstance)
                .map(event -> ((ParticipationPromoted) event).accountId())
                .toList();
    }

    private static void refused(Refused.Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .matches(refused -> refused.is(reason), "is " + reason);
    }

    private static SeatsOffered offered(int number, int free) {
        return new SeatsOffered(SeatBlockId.of(NIGHT, number), NIGHT, number, Access.FREE, free, List.of());
    }

    private static ParticipationPromoted promoted(AccountId accountId) {
        return new ParticipationPromoted(ParticipationId.of(NIGHT, accountId), NIGHT, accountId);
    }

    private static AccountId someone() {
        return new AccountId(Ids.next());
    }
}
