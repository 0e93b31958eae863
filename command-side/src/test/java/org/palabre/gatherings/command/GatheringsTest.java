package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.GatheringRefusal.CAPACITY_TOO_LOW;
import static org.palabre.gatherings.GatheringRefusal.NOT_DRAFT;
import static org.palabre.gatherings.GatheringRefusal.NOT_EDITABLE;
import static org.palabre.gatherings.GatheringRefusal.NOT_OPEN;
import static org.palabre.gatherings.GatheringRefusal.NOT_PENDING;
import static org.palabre.gatherings.UnfitField.CAPACITY_REQUIRED;
import static org.palabre.gatherings.UnfitField.ENDS_BEFORE_START;
import static org.palabre.gatherings.UnfitField.HALF_A_POINT;
import static org.palabre.gatherings.UnfitField.TICKET_TYPES_ALIKE;
import static org.palabre.gatherings.UnfitField.TICKET_TYPES_REQUIRED;
import static org.palabre.gatherings.UnfitField.UNKNOWN_CATEGORY;
import static org.palabre.gatherings.UnfitField.UNKNOWN_TICKET_TYPE;
import static org.palabre.gatherings.command.Announcements.ENDS_AT;
import static org.palabre.gatherings.command.Announcements.MUSIC;
import static org.palabre.gatherings.command.Announcements.STARTS_AT;
import static org.palabre.gatherings.command.Announcements.changes;
import static org.palabre.gatherings.command.Announcements.free;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.price;
import static org.palabre.gatherings.command.Announcements.standing;
import static org.palabre.gatherings.command.Village.ADMIN;
import static org.palabre.gatherings.command.Village.PLATFORM;
import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.NOT_FOUND;
import static org.palabre.shared.Refused.Common.VERSION_CONFLICT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.deadlines.DeadlinesInMemory.Deadline;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.AnnouncementChanges.WantedTicketType;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringCommand.ApproveGathering;
import org.palabre.gatherings.GatheringCommand.CancelGathering;
import org.palabre.gatherings.GatheringCommand.CompleteGathering;
import org.palabre.gatherings.GatheringCommand.DeleteGathering;
import org.palabre.gatherings.GatheringCommand.EditGathering;
import org.palabre.gatherings.GatheringCommand.RejectGathering;
import org.palabre.gatherings.GatheringCommand.ShowImage;
import org.palabre.gatherings.GatheringCommand.SubmitGathering;
import org.palabre.gatherings.GatheringEvent.AdmissionChanged;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringEvent.GatheringApproved;
import org.palabre.gatherings.GatheringEvent.GatheringCancelled;
import org.palabre.gatherings.GatheringEvent.GatheringCompleted;
import org.palabre.gatherings.GatheringEvent.GatheringDeleted;
import org.palabre.gatherings.GatheringEvent.GatheringRejected;
import org.palabre.gatherings.GatheringEvent.GatheringRescheduled;
import org.palabre.gatherings.GatheringEvent.GatheringReworded;
import org.palabre.gatherings.GatheringEvent.GatheringSubmitted;
import org.palabre.gatherings.GatheringEvent.ImageShown;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.JudgementCommand.ApproveGatherings;
import org.palabre.gatherings.JudgementCommand.Judgement;
import org.palabre.gatherings.JudgementCommand.Judgements;
import org.palabre.gatherings.JudgementCommand.RejectGatherings;
import org.palabre.gatherings.SeatBlockEvent.SeatsClosed;
import org.palabre.gatherings.SeatBlockEvent.SeatsOffered;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.palabre.storage.AbandonedFiles;
import org.palabre.storage.FileKey;

class GatheringsTest {

    private static final GatheringId NIGHT = GatheringId.next();
    private static final SeatBlockId SEATS = SeatBlockId.of(NIGHT, 0);
    private static final Instant LATER = ENDS_AT.plusSeconds(3600);

    private final Village village = new Village();
    private final Actor.Account owner = village.someone();
    private final Actor.Account stranger = village.someone();

    @BeforeEach
    void there_is_a_category() {
        village.when(new AddCategory(MUSIC, "Musique", null)).as(ADMIN);
    }

    @Test
    void what_is_announced_waits_for_moderation_under_a_slug_of_its_own() {
        village.when(new AnnounceGathering(NIGHT, free(3), false))
                .as(owner)
                .then(
                        new GatheringAnnounced(NIGHT, Village.id(owner), "nuit-du-conte", free(3)),
                        new GatheringSubmitted(NIGHT));

        var otherId = GatheringId.next();
        var other = village.when(new AnnounceGathering(otherId, free(3), true))
                .as(stranger)
                .answer(GatheringDetails.class);
        assertThat(other.slug()).isEqualTo("nuit-du-conte-" + Village.end(otherId.value()));
        assertThat(other.status()).isEqualTo(GatheringStatus.DRAFT);
        assertThat(other.version()).isZero();
    }

    @Test
    void its_category_has_to_exist() {
        var nowhere = new Announcement(
                "Nuit",
                "On écoute.",
                "",
                CategoryId.next(),
                STARTS_AT,
                ENDS_AT,
                "Ici",
                "",
                null,
                null,
                Access.FREE,
                3,
                List.of());

        village.when(new AnnounceGathering(NIGHT, nowhere, true)).as(owner).refused("category", UNKNOWN_CATEGORY);
    }

    @Test
    void a_draft_is_submitted_once_and_again_after_a_rejection() {
        announced(free(3));

        village.when(new SubmitGathering(NIGHT)).as(owner).then(new GatheringSubmitted(NIGHT));
        village.when(new SubmitGathering(NIGHT)).as(owner).refused(NOT_DRAFT);
        village.when(new RejectGathering(NIGHT, "Trop court"))
                .as(ADMIN)
                .then(new GatheringRejected(NIGHT, "Trop court"));
        village.when(new RejectGathering(NIGHT, "Trop court")).as(ADMIN).refused(NOT_PENDING);
        village.when(new SubmitGathering(NIGHT)).as(owner).then(new GatheringSubmitted(NIGHT));
    }

    @Test
    void approval_opens_its_seats_until_its_end() {
        announced(free(3));
        village.when(new ApproveGathering(NIGHT)).as(ADMIN).refused(NOT_PENDING);
        village.when(new SubmitGathering(NIGHT)).as(owner);

        village.when(new ApproveGathering(NIGHT)).as(owner).refused(FORBIDDEN);
        village.when(new ApproveGathering(NIGHT))
                .as(ADMIN)
                .then(new GatheringApproved(NIGHT), new SeatsOffered(SEATS, NIGHT, 0, Access.FREE, 3, List.of()));

        assertThat(village.deadlines.take())
                .containsExactly(new Deadline(ENDS_AT, new CompleteGathering(NIGHT, ENDS_AT)));
        village.when(new CompleteGathering(NIGHT, ENDS_AT))
                .as(PLATFORM)
                .then(new GatheringCompleted(NIGHT), new SeatsClosed(SEATS, NIGHT));
        village.when(new CompleteGathering(NIGHT, ENDS_AT)).as(PLATFORM).then();
    }

    @Test
    void who_ends_later_is_completed_later() {
        approved(free(3));
        village.deadlines.take();

        village.when(edit(changes().endsAt(LATER))).as(owner).then(new GatheringRescheduled(NIGHT, STARTS_AT, LATER));

        assertThat(village.deadlines.take()).containsExactly(new Deadline(LATER, new CompleteGathering(NIGHT, LATER)));
        village.when(new CompleteGathering(NIGHT, ENDS_AT)).as(PLATFORM).then();
        village.when(new CompleteGathering(NIGHT, LATER))
                .as(PLATFORM)
                .then(new GatheringCompleted(NIGHT), new SeatsClosed(SEATS, NIGHT));
    }

    @Test
    void cancelling_closes_the_seats_and_nothing_is_edited_afterwards() {
        announced(free(3));
        village.when(new CancelGathering(NIGHT)).as(owner).refused(NOT_OPEN);
        village.when(new SubmitGathering(NIGHT)).as(owner);
        village.when(new ApproveGathering(NIGHT)).as(ADMIN);

        village.when(new CancelGathering(NIGHT))
                .as(owner)
                .then(new GatheringCancelled(NIGHT), new SeatsClosed(SEATS, NIGHT));

        village.when(new CancelGathering(NIGHT)).as(owner).refused(NOT_OPEN);
        village.when(edit(changes().title("Autre"))).as(owner).refused(NOT_EDITABLE);
        village.when(new ShowImage(NIGHT, Ids.next())).as(owner).refused(NOT_EDITABLE);
        village.when(new CompleteGathering(NIGHT, ENDS_AT)).as(PLATFORM).then();
    }

    @Test
    void a_draft_can_be_deleted_and_nothing_else() {
        announced(free(3));
        village.when(new DeleteGathering(NIGHT)).as(owner).then(new GatheringDeleted(NIGHT));
        village.when(edit(changes().title("Autre"))).as(owner).refused(NOT_FOUND);

        var other = GatheringId.next();
        village.when(new AnnounceGathering(other, free(3), false)).as(owner);
        village.when(new DeleteGathering(other)).as(owner).refused(NOT_DRAFT);
    }

    @Test
    void nobody_touches_what_is_anothers_or_knows_of_it_before_it_is_public() {
        announced(free(3));
        village.when(edit(changes().title("Autre"))).as(stranger).refused(NOT_FOUND);
        village.when(edit(changes().title("Autre"))).as(ADMIN).refused(FORBIDDEN);

        village.when(new SubmitGathering(NIGHT)).as(owner);
        village.when(new ApproveGathering(NIGHT)).as(ADMIN);
        village.when(edit(changes().title("Autre"))).as(stranger).refused(FORBIDDEN);
    }

    @Test
    void only_what_differs_is_told() {
        announced(free(3));

        village.when(edit(changes().title("Nuit du conte").endsAt(ENDS_AT)))
                .as(owner)
                .then();
        village.when(edit(changes().title("Nuit des griots")))
                .as(owner)
                .then(new GatheringReworded(NIGHT, "Nuit des griots", "On écoute.", ""));
    }

    @Test
    void whoever_has_not_seen_the_newest_version_changes_nothing() {
        announced(free(3));

        village.when(edit(changes().title("Autre"))).ifVersion(1).as(owner).refused(VERSION_CONFLICT);
        village.when(edit(changes().title("Autre"))).ifVersion(0).as(owner).answer(GatheringDetails.class);
    }

    @Test
    void what_is_said_anew_has_to_agree_with_what_stays() {
        announced(free(3));

        village.when(edit(changes().endsAt(STARTS_AT))).as(owner).refused("ends_at", ENDS_BEFORE_START);
        village.when(edit(changes().latitude(5.3))).as(owner).refused("longitude", HALF_A_POINT);
        village.when(edit(changes().capacity(null))).as(owner).refused("capacity", CAPACITY_REQUIRED);
        village.when(edit(changes().access(Access.PAID))).as(owner).refused("ticket_types", TICKET_TYPES_REQUIRED);
        village.when(edit(changes().category(CategoryId.next()))).as(owner).refused("category", UNKNOWN_CATEGORY);
    }

    @Test
    void ticket_types_keep_their_ids() {
        announced(paid(standing(3)));
        var known = Announcements.STANDING;

        var edited = village.when(edit(changes().ticketTypes(wanted(null, "Loge"), wanted(known, "Fosse"))))
                .as(owner)
                .answer(GatheringDetails.class);

        var types = edited.announcement().ticketTypes();
        assertThat(types).extracting(type -> type.name()).containsExactly("Loge", "Fosse");
        assertThat(types.get(0).id()).isNotEqualTo(known);
        assertThat(types.get(1).id()).isEqualTo(known);
        village.when(edit(changes().ticketTypes(wanted(TicketTypeId.next(), "Balcon"))))
                .as(owner)
                .refused("ticket_types", UNKNOWN_TICKET_TYPE);
        village.when(edit(changes().ticketTypes(wanted(known, "Fosse"), wanted(known, "Gradin"))))
                .as(owner)
                .refused("ticket_types", UNKNOWN_TICKET_TYPE);
        village.when(edit(changes().ticketTypes(wanted(null, "Fosse"), wanted(null, "FOSSE"))))
                .as(owner)
                .refused("ticket_types", TICKET_TYPES_ALIKE);
    }

    @Test
    void who_stops_selling_has_no_ticket_types_any_more() {
        announced(paid(standing(3)));

        village.when(edit(changes().access(Access.FREE).capacity(5)))
                .as(owner)
                .then(new AdmissionChanged(NIGHT, Access.FREE, 5, List.of()));
    }

    @Test
    void what_is_changed_for_those_who_come_is_changed_where_they_take_their_seats() {
        approved(free(3));
        village.does(() -> village.seats.admit(NIGHT, Village.id(stranger), false));

        village.when(edit(changes().capacity(2)))
                .as(owner)
                .then(
                        new SeatsOffered(SEATS, NIGHT, 0, Access.FREE, 1, List.of()),
                        new AdmissionChanged(NIGHT, Access.FREE, 2, List.of()));
        village.does(() -> village.seats.admit(NIGHT, Village.id(owner), false));
        village.when(edit(changes().capacity(1))).as(owner).refused(CAPACITY_TOO_LOW);
    }

    @Test
    void several_are_judged_each_by_itself() {
        announced(free(3));
        var unknown = GatheringId.next();
        var pending = GatheringId.next();
        village.when(new AnnounceGathering(pending, free(3), false)).as(owner);

        var judged = village.when(new ApproveGatherings(Ids.next(), List.of(pending, unknown, NIGHT)))
                .as(ADMIN)
                .answer(Judgements.class);

        assertThat(judged.each())
                .containsExactly(
                        new Judgement(pending, Optional.empty()),
                        new Judgement(unknown, Optional.of("not_found")),
                        new Judgement(NIGHT, Optional.of("not_pending")));
        assertThat(village.seats.opened(pending)).isTrue();
        village.when(new RejectGatherings(Ids.next(), List.of(pending), "Non"))
                .as(owner)
                .refused(FORBIDDEN);
    }

    @Test
    void a_picture_that_is_replaced_is_given_up_and_one_that_is_shown_is_not() {
        announced(free(3));
        var first = Ids.next();
        var second = Ids.next();
        village.when(new ShowImage(NIGHT, first)).as(owner).then(new ImageShown(NIGHT, first));
        village.when(new ShowImage(NIGHT, first)).as(owner).then();
        assertThat(village.deadlines.take()).isEmpty();

        village.when(new ShowImage(NIGHT, second)).as(owner).then(new ImageShown(NIGHT, second));

        var given = village.deadlines.take();
        assertThat(given).hasSize(1);
        assertThat(village.when(given.getFirst().command()).as(PLATFORM).answer(AbandonedFiles.class))
                .isEqualTo(new AbandonedFiles(new FileKey("gatherings/%s/image/%s".formatted(NIGHT, first))));
        assertThat(village.when(new DiscardImage(NIGHT, second, Village.NOW))
                        .as(PLATFORM)
                        .answer(AbandonedFiles.class))
                .isNull();
        village.when(new DeleteGathering(NIGHT)).as(owner);
        assertThat(village.when(new DiscardImage(NIGHT, second, Village.NOW))
                        .as(PLATFORM)
                        .answer(AbandonedFiles.class))
                .isNotNull();
    }

    private void announced(Announcement announcement) {
        village.when(new AnnounceGathering(NIGHT, announcement, true)).as(owner).answer(GatheringDetails.class);
    }

    private void approved(Announcement announcement) {
        announced(announcement);
        village.when(new SubmitGathering(NIGHT)).as(owner);
        village.when(new ApproveGathering(NIGHT)).as(ADMIN).answer(GatheringDetails.class);
    }

    private static EditGathering edit(Announcements.Changes changes) {
        return new EditGathering(NIGHT, changes.all());
    }

    private static WantedTicketType wanted(TicketTypeId id, String name) {
        return new WantedTicketType(id, name, price(5_000), 3);
    }
}
