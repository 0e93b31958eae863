package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.GatheringRefusal.NOT_INVITED;
import static org.palabre.gatherings.GatheringRefusal.NOT_OPEN;
import static org.palabre.gatherings.GatheringRefusal.TICKET_REQUIRED;
import static org.palabre.gatherings.ParticipationStatus.CONFIRMED;
import static org.palabre.gatherings.ParticipationStatus.WAITLISTED;
import static org.palabre.gatherings.command.Announcements.ENDS_AT;
import static org.palabre.gatherings.command.Announcements.MUSIC;
import static org.palabre.gatherings.command.Announcements.changes;
import static org.palabre.gatherings.command.Announcements.free;
import static org.palabre.gatherings.command.Announcements.invitation;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.standing;
import static org.palabre.gatherings.command.Village.ADMIN;
import static org.palabre.gatherings.command.Village.PLATFORM;
import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringCommand.ApproveGathering;
import org.palabre.gatherings.GatheringCommand.CancelGathering;
import org.palabre.gatherings.GatheringCommand.CompleteGathering;
import org.palabre.gatherings.GatheringCommand.EditGathering;
import org.palabre.gatherings.GatheringCommand.Invitation;
import org.palabre.gatherings.GatheringCommand.Invitations;
import org.palabre.gatherings.GatheringCommand.Invite;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.ParticipationView;
import org.palabre.gatherings.ParticipationCommand.TakePart;
import org.palabre.gatherings.ParticipationCommand.TakenPart;
import org.palabre.gatherings.ParticipationCommand.WithdrawFrom;
import org.palabre.gatherings.ParticipationEvent.Invited;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.gatherings.ParticipationEvent.ParticipationWithdrawn;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.SeatBlockEvent.SeatsReturned;
import org.palabre.gatherings.SeatBlockEvent.SeatsTaken;
import org.palabre.gatherings.SeatBlockEvent.WaitingEnded;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.shared.Actor;

class ParticipationTest {

    private static final GatheringId NIGHT = GatheringId.next();
    private static final SeatBlockId SEATS = SeatBlockId.of(NIGHT, 0);

    private final Village village = new Village();
    private final Actor.Account owner = village.someone();
    private final Actor.Account ada = village.someone();
    private final Actor.Account bob = village.someone();
    private final Actor.Account cleo = village.someone();

    @BeforeEach
    void there_is_a_category() {
        village.when(new AddCategory(MUSIC, "Musique", null)).as(ADMIN);
    }

    @Test
    void who_comes_first_has_a_seat_and_the_others_wait_in_order() {
        approved(free(1));

        assertThat(takes(ada)).isEqualTo(new TakenPart(new ParticipationView(CONFIRMED, null), true));
        assertThat(takes(bob)).isEqualTo(new TakenPart(new ParticipationView(WAITLISTED, 1), true));
        assertThat(takes(cleo)).isEqualTo(new TakenPart(new ParticipationView(WAITLISTED, 2), true));
    }

    @Test
    void who_is_in_already_stays_as_they_are() {
        approved(free(1));
        Stream.of(ada, bob).forEach(this::takes);
        var before = village.history();

        assertThat(takes(ada)).isEqualTo(new TakenPart(new ParticipationView(CONFIRMED, null), false));
        assertThat(takes(bob)).isEqualTo(new TakenPart(new ParticipationView(WAITLISTED, 1), false));

        assertThat(village.history()).isEqualTo(before);
    }

    @Test
    void a_seat_that_is_given_back_goes_to_who_has_waited_longest() {
        approved(free(1));
        Stream.of(ada, bob, cleo).forEach(this::takes);

        village.when(new WithdrawFrom(NIGHT, Village.id(ada)))
                .as(ada)
                .then(
                        new SeatsReturned(SEATS, NIGHT, 1, List.of(), null),
                        new WaitingEnded(SEATS, NIGHT, Village.id(bob)),
                        new SeatsTaken(SEATS, NIGHT, 1, List.of(), null),
                        new ParticipationPromoted(participation(bob), NIGHT, Village.id(bob)),
                        new ParticipationWithdrawn(participation(ada), NIGHT, Village.id(ada)));

        assertThat(takes(cleo).participation().place()).isEqualTo(1);
        assertThat(takes(ada).participation().place()).isEqualTo(2);
    }

    @Test
    void who_withdraws_from_the_waiting_list_leaves_a_place() {
        approved(free(1));
        Stream.of(ada, bob, cleo).forEach(this::takes);

        village.when(new WithdrawFrom(NIGHT, Village.id(bob)))
                .as(bob)
                .then(
                        new WaitingEnded(SEATS, NIGHT, Village.id(bob)),
                        new ParticipationWithdrawn(participation(bob), NIGHT, Village.id(bob)));
        village.when(new WithdrawFrom(NIGHT, Village.id(bob))).as(bob).then();

        assertThat(takes(cleo).participation().place()).isEqualTo(1);
    }

    @Test
    void more_seats_promote_who_waits() {
        approved(free(1));
        Stream.of(ada, bob, cleo).forEach(this::takes);

        village.when(new EditGathering(NIGHT, changes().capacity(2).all())).as(owner);

        assertThat(takes(bob).participation().status()).isEqualTo(CONFIRMED);
        assertThat(takes(cleo).participation()).isEqualTo(new ParticipationView(WAITLISTED, 1));
    }

    @Test
    void only_the_invited_take_part_where_one_is_invited() {
        approved(invitation(3));
        village.when(new TakePart(NIGHT, Village.id(ada))).as(ada).refused(NOT_INVITED);

        village.when(new Invite(NIGHT, List.of(Village.id(ada))))
                .as(owner)
                .then(new Invited(participation(ada), NIGHT, Village.id(ada)));

        assertThat(takes(ada).participation().status()).isEqualTo(CONFIRMED);
        village.when(new Invite(NIGHT, List.of(Village.id(ada)))).as(owner).then();
    }

    @Test
    void each_who_is_to_be_invited_is_judged_by_themselves() {
        approved(invitation(3));
        var nobody = AccountId.next();

        var invitations = village.when(new Invite(NIGHT, List.of(Village.id(bob), nobody)))
                .as(owner)
                .answer(Invitations.class);

        assertThat(invitations.each())
                .containsExactly(
                        new Invitation(Village.id(bob), Optional.empty()),
                        new Invitation(nobody, Optional.of("not_found")));
        village.when(new Invite(NIGHT, List.of(Village.id(bob)))).as(ada).refused(FORBIDDEN);
    }

    @Test
    void a_paid_one_needs_a_ticket() {
        approved(paid(standing(3)));

        village.when(new TakePart(NIGHT, Village.id(ada))).as(ada).refused(TICKET_REQUIRED);
    }

    @Test
    void nobody_takes_part_before_approval_and_strangers_do_not_know_of_it() {
        village.when(new AnnounceGathering(NIGHT, free(3), false)).as(owner);

        village.when(new TakePart(NIGHT, Village.id(ada))).as(ada).refused(NOT_FOUND);
        village.when(new TakePart(NIGHT, Village.id(owner))).as(owner).refused(NOT_OPEN);
        village.when(new WithdrawFrom(NIGHT, Village.id(ada))).as(ada).refused(NOT_FOUND);
        village.when(new TakePart(GatheringId.next(), Village.id(ada))).as(ada).refused(NOT_FOUND);
    }

    @Test
    void nobody_takes_part_in_what_is_cancelled() {
        approved(free(1));
        Stream.of(ada, bob).forEach(this::takes);
        village.when(new CancelGathering(NIGHT)).as(owner);

        village.when(new TakePart(NIGHT, Village.id(cleo))).as(cleo).refused(NOT_OPEN);
        village.when(new WithdrawFrom(NIGHT, Village.id(ada)))
                .as(ada)
                .then(
                        new SeatsReturned(SEATS, NIGHT, 1, List.of(), null),
                        new ParticipationWithdrawn(participation(ada), NIGHT, Village.id(ada)));
    }

    @Test
    void nobody_does_it_for_another() {
        approved(free(1));

        village.when(new TakePart(NIGHT, Village.id(ada))).as(bob).refused(FORBIDDEN);
        village.when(new WithdrawFrom(NIGHT, Village.id(ada))).as(bob).refused(FORBIDDEN);
    }

    @Test
    void the_platform_takes_who_is_gone_out_of_what_is_to_come_and_leaves_what_was() {
        approved(free(1));
        Stream.of(ada, bob).forEach(this::takes);

        village.when(new WithdrawFrom(NIGHT, Village.id(ada))).as(PLATFORM);
        assertThat(takes(bob).participation().status()).isEqualTo(CONFIRMED);

        village.when(new CompleteGathering(NIGHT, ENDS_AT)).as(PLATFORM);
        village.when(new WithdrawFrom(NIGHT, Village.id(bob))).as(PLATFORM).then();
    }

    private void approved(Announcement announcement) {
        village.when(new AnnounceGathering(NIGHT, announcement, false)).as(owner);
        village.when(new ApproveGathering(NIGHT)).as(ADMIN);
    }

    private TakenPart takes(Actor.Account account) {
        return village.when(new TakePart(NIGHT, Village.id(account)))
                .as(account)
                .answer(TakenPart.class);
    }

    private static ParticipationId participation(Actor.Account account) {
        return ParticipationId.of(NIGHT, Village.id(account));
    }
}
