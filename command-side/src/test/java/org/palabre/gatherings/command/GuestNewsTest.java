package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.Occasion.APPROVED;
import static org.palabre.gatherings.Occasion.CANCELLED;
import static org.palabre.gatherings.Occasion.CHANGED;
import static org.palabre.gatherings.Occasion.CONFIRMED;
import static org.palabre.gatherings.Occasion.INVITED;
import static org.palabre.gatherings.Occasion.PROMOTED;
import static org.palabre.gatherings.Occasion.REJECTED;
import static org.palabre.gatherings.command.Announcements.ENDS_AT;
import static org.palabre.gatherings.command.Announcements.MUSIC;
import static org.palabre.gatherings.command.Announcements.SITTING;
import static org.palabre.gatherings.command.Announcements.STANDING;
import static org.palabre.gatherings.command.Announcements.changes;
import static org.palabre.gatherings.command.Announcements.free;
import static org.palabre.gatherings.command.Announcements.invitation;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.price;
import static org.palabre.gatherings.command.Announcements.sitting;
import static org.palabre.gatherings.command.Announcements.standing;
import static org.palabre.gatherings.command.Village.ADMIN;
import static org.palabre.gatherings.command.Village.NOW;
import static org.palabre.gatherings.command.Village.PLATFORM;
import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.UNAVAILABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.AnnouncementChanges.WantedTicketType;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringCommand.ApproveGathering;
import org.palabre.gatherings.GatheringCommand.CancelGathering;
import org.palabre.gatherings.GatheringCommand.CompleteGathering;
import org.palabre.gatherings.GatheringCommand.DeleteGathering;
import org.palabre.gatherings.GatheringCommand.EditGathering;
import org.palabre.gatherings.GatheringCommand.Invite;
import org.palabre.gatherings.GatheringCommand.RejectGathering;
import org.palabre.gatherings.GatheringCommand.SubmitGathering;
import org.palabre.gatherings.GatheringCommand.TellGuest;
import org.palabre.gatherings.GatheringCommand.TellGuests;
import org.palabre.gatherings.GatheringCommand.TellOwner;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringNews;
import org.palabre.gatherings.Guests;
import org.palabre.gatherings.Occasion;
import org.palabre.gatherings.ParticipationCommand.TakePart;
import org.palabre.gatherings.ParticipationCommand.TellParticipant;
import org.palabre.gatherings.ParticipationCommand.WithdrawFrom;
import org.palabre.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** What owners and guests are told, and what they are not told any more. */
class GuestNewsTest {

    private static final GatheringId NIGHT = GatheringId.next();
    private static final Instant LATER = ENDS_AT.plusSeconds(3600);
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(6));

    /** Announced, submitted, approved. */
    private static final long APPROVAL = 2;

    private final Village village = new Village();
    private final Actor.Account owner = village.someone();
    private final Actor.Account ada = village.someone();
    private final Actor.Account bob = village.someone();

    @BeforeEach
    void there_is_a_category() {
        village.when(new AddCategory(MUSIC, "Musique", null)).as(ADMIN);
    }

    @Test
    void one_edit_is_told_once_however_much_it_changes() {
        approved(paid(standing(3)));

        edit(changes().title("Nuit des griots").endsAt(LATER).venue("Plateau").ticketTypes(standingAt(6_000, 3)));

        assertThat(toldAfter(APPROVAL)).containsExactly(APPROVAL + 4);
        assertThat(told(ada, APPROVAL + 4)).hasValueSatisfying(news -> {
            assertThat(news.occasion()).isEqualTo(CHANGED);
            assertThat(news.reader()).isEqualTo(Village.id(ada));
            assertThat(news.gathering().announcement().venue()).isEqualTo("Plateau");
        });
    }

    @Test
    void a_date_and_a_place_count_each() {
        approved(free(3));

        edit(changes().endsAt(LATER));
        assertThat(toldAfter(APPROVAL)).containsExactly(APPROVAL + 1);

        edit(changes().venue("Plateau"));
        assertThat(toldAfter(APPROVAL)).containsExactly(APPROVAL + 2);
        assertThat(told(ada, APPROVAL + 1)).isEmpty();
    }

    @Test
    void a_price_counts_and_how_many_can_come_does_not() {
        approved(paid(standing(3)));

        edit(changes().ticketTypes(standingAt(5_000, 4)));
        edit(changes().capacity(2));
        edit(changes().title("Nuit des griots"));
        assertThat(toldAfter(APPROVAL)).isEmpty();

        edit(changes().ticketTypes(standingAt(4_000, 4)));
        assertThat(toldAfter(APPROVAL)).containsExactly(APPROVAL + 4);
        edit(changes().ticketTypes(standingAt(4_000, 5)));
        assertThat(toldAfter(APPROVAL)).containsExactly(APPROVAL + 4);
    }

    @Test
    void prices_that_change_places_count() {
        approved(paid(standing(3), sitting(2)));

        edit(changes().ticketTypes(standingAt(12_000, 3), new WantedTicketType(SITTING, "Assis", price(5_000), 2)));

        assertThat(toldAfter(APPROVAL)).containsExactly(APPROVAL + 1);
    }

    @Test
    void before_it_is_approved_nobody_is_told_of_changes() {
        village.when(new AnnounceGathering(NIGHT, free(3), true)).as(owner);
        edit(changes().endsAt(LATER));
        village.when(new SubmitGathering(NIGHT)).as(owner);
        edit(changes().venue("Plateau"));
        village.when(new ApproveGathering(NIGHT)).as(ADMIN);

        assertThat(toldAfter(0)).containsExactly(4L);
        assertThat(told(ada, 4).map(GatheringNews::occasion)).hasValue(INVITED);
    }

    @Test
    void after_it_is_cancelled_that_is_the_only_news() {
        approved(free(3));
        edit(changes().venue("Plateau"));
        village.when(new CancelGathering(NIGHT)).as(owner);

        assertThat(toldAfter(0)).containsExactly(APPROVAL + 2);
        assertThat(told(ada, APPROVAL + 2).map(GatheringNews::occasion)).hasValue(CANCELLED);
        assertThat(toOwner(APPROVAL)).isEmpty();
    }

    @Test
    void when_it_is_over_nothing_is_news() {
        approved(free(3));
        edit(changes().venue("Plateau"));
        village.when(new CompleteGathering(NIGHT, ENDS_AT)).as(PLATFORM);

        assertThat(toldAfter(0)).isEmpty();
    }

    @Test
    void owners_are_told_what_was_decided_as_long_as_it_holds() {
        village.when(new AnnounceGathering(NIGHT, free(3), false)).as(owner);
        village.when(new RejectGathering(NIGHT, "Trop court")).as(ADMIN);
        assertThat(toOwner(2)).hasValueSatisfying(news -> {
            assertThat(news.occasion()).isEqualTo(REJECTED);
            assertThat(news.reader()).isEqualTo(Village.id(owner));
            assertThat(news.gathering().rejectionReason()).isEqualTo("Trop court");
        });

        village.when(new SubmitGathering(NIGHT)).as(owner);
        assertThat(toOwner(2)).isEmpty();
        village.when(new ApproveGathering(NIGHT)).as(ADMIN);
        edit(changes().venue("Plateau"));
        assertThat(toOwner(2)).isEmpty();
        assertThat(toOwner(4).map(GatheringNews::occasion)).hasValue(APPROVED);
    }

    @Test
    void owners_are_no_guests_of_their_own() {
        approved(free(3));
        village.when(new TakePart(NIGHT, Village.id(owner))).as(owner);
        edit(changes().venue("Plateau"));

        assertThat(told(owner, APPROVAL + 1)).isEmpty();
        assertThat(told(owner, CONFIRMED, 0)).isEmpty();
    }

    @Test
    void a_seat_is_told_until_it_is_given_back() {
        approved(free(1));
        village.when(new TakePart(NIGHT, Village.id(ada))).as(ada);
        village.when(new TakePart(NIGHT, Village.id(bob))).as(bob);
        assertThat(told(ada, CONFIRMED, 0)).map(GatheringNews::reader).hasValue(Village.id(ada));

        village.when(new WithdrawFrom(NIGHT, Village.id(ada))).as(ada);
        assertThat(told(ada, CONFIRMED, 0)).isEmpty();
        assertThat(told(bob, PROMOTED, 1)).map(GatheringNews::occasion).hasValue(PROMOTED);
    }

    @Test
    void who_is_invited_is_told_once_it_is_public_and_in_one_way() {
        village.when(new AnnounceGathering(NIGHT, invitation(3), false)).as(owner);
        village.when(new Invite(NIGHT, List.of(Village.id(ada)))).as(owner);
        assertThat(told(ada, INVITED, 0)).isEmpty();

        village.when(new ApproveGathering(NIGHT)).as(ADMIN);
        var later = told(ada, APPROVAL).orElseThrow();
        assertThat(later.occasion()).isEqualTo(INVITED);
        assertThat(told(ada, INVITED, 0)).hasValue(later);

        village.when(new TakePart(NIGHT, Village.id(ada))).as(ada);
        assertThat(told(ada, INVITED, 0)).isEmpty();
    }

    @Test
    void each_happening_and_each_reader_is_another() {
        approved(free(3));
        edit(changes().venue("Plateau"));
        var first = told(ada, APPROVAL + 1).orElseThrow().happening();
        assertThat(told(ada, APPROVAL + 1).orElseThrow().happening()).isEqualTo(first);
        assertThat(told(bob, APPROVAL + 1).orElseThrow().happening()).isNotEqualTo(first);

        edit(changes().venue("Cocody"));
        assertThat(told(ada, APPROVAL + 2).orElseThrow().happening()).isNotEqualTo(first);
    }

    @Test
    void what_is_told_waits_for_its_cause() {
        approved(free(3));

        village.when(tellGuests(APPROVAL + 1, NOW)).as(PLATFORM).refused(UNAVAILABLE);
        village.when(new TellParticipant(NIGHT, Village.id(ada), INVITED, 0, NOW))
                .as(PLATFORM)
                .refused(UNAVAILABLE);
        assertThat(answer(tellGuests(APPROVAL + 1, NOW.minus(Duration.ofHours(1))), TellGuests.class))
                .isEmpty();
    }

    @Test
    void nothing_is_told_after_days_or_of_what_is_gone() {
        approved(free(3));
        assertThat(answer(tellGuests(APPROVAL, LAST_WEEK), TellGuests.class)).isEmpty();
        assertThat(answer(new TellOwner(NIGHT, APPROVAL, LAST_WEEK), GatheringNews.class))
                .isEmpty();

        var draft = GatheringId.next();
        village.when(new AnnounceGathering(draft, free(3), true)).as(owner);
        village.when(new DeleteGathering(draft)).as(owner);
        assertThat(answer(new TellGuests(draft, Guests.COMING, 0, NOW, Optional.empty()), TellGuests.class))
                .isEmpty();
    }

    @Test
    void only_the_platform_asks() {
        approved(free(3));

        village.when(tellGuests(APPROVAL, NOW)).as(owner).refused(FORBIDDEN);
        village.when(new TellOwner(NIGHT, APPROVAL, NOW)).as(owner).refused(FORBIDDEN);
        village.when(new TellGuest(NIGHT, Village.id(ada), APPROVAL, NOW))
                .as(ADMIN)
                .refused(FORBIDDEN);
        village.when(new TellParticipant(NIGHT, Village.id(ada), CONFIRMED, 0, NOW))
                .as(ada)
                .refused(FORBIDDEN);
    }

    @Test
    void a_snapshot_from_before_there_was_news_is_read() {
        var gathering = JsonMapper.builder()
                .build()
                .readValue("{\"id\":\"%s\",\"status\":\"APPROVED\"}".formatted(NIGHT), Gathering.class);

        assertThat(LongStream.range(0, 5).mapToObj(gathering::occasion)).containsOnly(Optional.empty());
    }

    private void approved(Announcement announcement) {
        village.when(new AnnounceGathering(NIGHT, announcement, false)).as(owner);
        village.when(new ApproveGathering(NIGHT)).as(ADMIN);
    }

    private void edit(Announcements.Changes changes) {
        village.when(new EditGathering(NIGHT, changes.all())).as(owner).answer(Object.class);
    }

    private static WantedTicketType standingAt(int amount, int quota) {
        return new WantedTicketType(STANDING, "Debout", price(amount), quota);
    }

    /** The versions after this one that guests are told of. */
    private List<Long> toldAfter(long version) {
        return LongStream.iterate(version + 1, next -> next + 1)
                .limit(10)
                .filter(each -> answer(tellGuests(each, NOW.minus(Duration.ofHours(1))), TellGuests.class)
                        .isPresent())
                .boxed()
                .toList();
    }

    private static TellGuests tellGuests(long version, Instant since) {
        return new TellGuests(NIGHT, Guests.COMING, version, since, Optional.empty());
    }

    private Optional<GatheringNews> toOwner(long version) {
        return answer(new TellOwner(NIGHT, version, NOW), GatheringNews.class);
    }

    private Optional<GatheringNews> told(Actor.Account guest, long version) {
        return answer(new TellGuest(NIGHT, Village.id(guest), version, NOW), GatheringNews.class);
    }

    private Optional<GatheringNews> told(Actor.Account guest, Occasion occasion, long version) {
        return answer(new TellParticipant(NIGHT, Village.id(guest), occasion, version, NOW), GatheringNews.class);
    }

    private <T> Optional<T> answer(Object command, Class<T> type) {
        return Optional.ofNullable(village.when(command).as(PLATFORM).answer(type));
    }
}
