package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.GatheringRefusal.PLAN_LIMIT_REACHED;
import static org.palabre.gatherings.command.Announcements.MUSIC;
import static org.palabre.gatherings.command.Announcements.free;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.price;
import static org.palabre.gatherings.command.Announcements.standing;
import static org.palabre.gatherings.command.Village.ADMIN;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.AllowanceEvent.AllowanceUsed;
import org.palabre.gatherings.AllowanceId;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.AnnouncementChanges;
import org.palabre.gatherings.AnnouncementChanges.WantedTicketType;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringCommand.EditGathering;
import org.palabre.gatherings.GatheringCommand.RejectGathering;
import org.palabre.gatherings.GatheringCommand.SubmitGathering;
import org.palabre.gatherings.GatheringEvent.GatheringSubmitted;
import org.palabre.gatherings.GatheringId;
import org.palabre.payments.SubscriptionQuery.PlanTerms;
import org.palabre.shared.Actor;
import org.palabre.shared.Change;

/** An organiser whose plan allows one paid gathering in a period. */
class AllowanceTest {

    private static final GatheringId NIGHT = GatheringId.next();
    private static final GatheringId DAY = GatheringId.next();
    private static final Announcement SOLD = paid(standing(10));

    private final Village village = new Village();
    private final Actor.Account organiser = village.someone();

    @BeforeEach
    void one_is_allowed() {
        village.when(new AddCategory(MUSIC, "Musique", null)).as(ADMIN);
        village.organisesOn(new PlanTerms(new BigDecimal("0.03"), 1, Village.NOW));
    }

    @Test
    void a_plan_allows_so_many_paid_gatherings_and_no_more() {
        announce(NIGHT, SOLD, false);

        village.when(new AnnounceGathering(DAY, SOLD, false)).as(organiser).refused(PLAN_LIMIT_REACHED);
        announce(DAY, SOLD, true);
        village.when(new SubmitGathering(DAY)).as(organiser).refused(PLAN_LIMIT_REACHED);
    }

    @Test
    void what_sells_nothing_does_not_count_until_it_does() {
        announce(NIGHT, SOLD, false);
        announce(DAY, free(10), false);

        village.when(new EditGathering(DAY, sellTickets())).as(organiser).refused(PLAN_LIMIT_REACHED);
    }

    @Test
    void what_was_sent_back_counts_once() {
        announce(NIGHT, SOLD, false);
        village.when(new RejectGathering(NIGHT, "Trop cher")).as(ADMIN);

        village.when(new SubmitGathering(NIGHT)).as(organiser).then(new GatheringSubmitted(NIGHT));
        assertThat(village.history())
                .filteredOn(AllowanceUsed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void the_next_period_allows_as_many_again() {
        announce(NIGHT, SOLD, false);
        var next = Village.NOW.plus(Duration.ofDays(30));
        village.organisesOn(new PlanTerms(new BigDecimal("0.03"), 1, next));

        announce(DAY, SOLD, false);

        assertThat(village.history().getLast())
                .isEqualTo(new AllowanceUsed(AllowanceId.of(Village.id(organiser), next), Village.id(organiser), DAY));
    }

    @Test
    void whoever_has_no_plan_has_no_limit() {
        village.organisesOn(new PlanTerms(new BigDecimal("0.05"), null, null));

        announce(NIGHT, SOLD, false);
        announce(DAY, SOLD, false);

        assertThat(village.history()).noneMatch(AllowanceUsed.class::isInstance);
    }

    private void announce(GatheringId id, Announcement announcement, boolean draft) {
        village.when(new AnnounceGathering(id, announcement, draft))
                .as(organiser)
                .answer(Object.class);
    }

    private static AnnouncementChanges sellTickets() {
        return new AnnouncementChanges(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.to(Access.PAID),
                Change.keep(),
                Change.to(List.of(new WantedTicketType(null, "Debout", price(5_000), 10))));
    }
}
