package org.palabre.notifications.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.deadlines.DeadlinesInMemory.Deadline;
import org.palabre.deadlines.SettableClock;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.GatheringCommand.TellGuests;
import org.palabre.gatherings.GatheringCommand.TellOwner;
import org.palabre.gatherings.GatheringEvent.AdmissionChanged;
import org.palabre.gatherings.GatheringEvent.GatheringApproved;
import org.palabre.gatherings.GatheringEvent.GatheringCancelled;
import org.palabre.gatherings.GatheringEvent.GatheringRejected;
import org.palabre.gatherings.GatheringEvent.GatheringRelocated;
import org.palabre.gatherings.GatheringEvent.GatheringRescheduled;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.Guests;
import org.palabre.gatherings.Occasion;
import org.palabre.gatherings.OrderCommand.TellTickets;
import org.palabre.gatherings.OrderEvent.OrderConfirmed;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.ParticipationCommand.TellParticipant;
import org.palabre.gatherings.ParticipationEvent.Invited;
import org.palabre.gatherings.ParticipationEvent.ParticipationConfirmed;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.gatherings.ParticipationId;
import org.palabre.payments.PaymentCommand.TellRefund;
import org.palabre.payments.PaymentEvent.PaymentRefunded;
import org.palabre.payments.PaymentId;
import org.palabre.payments.SubscriptionCommand.TellRenewal;
import org.palabre.payments.SubscriptionEvent.RenewalOffered;
import org.palabre.payments.SubscriptionEvent.SubscriptionPastDue;
import org.palabre.payments.SubscriptionId;

/** What happens is told at once, and once. */
class HappeningsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final GatheringId GATHERING = GatheringId.next();
    private static final AccountId ADA = AccountId.next();
    private static final OrderId ORDER = OrderId.next();
    private static final PaymentId PAYMENT = PaymentId.next();
    private static final SubscriptionId SUBSCRIPTION = SubscriptionId.of(AccountId.next());

    private final SettableClock clock = new SettableClock();
    private final DeadlinesInMemory deadlines = new DeadlinesInMemory();
    private final Happenings happenings = new Happenings(deadlines.deadlines(), clock);

    @Test
    void a_buyer_is_to_be_told_of_the_tickets() {
        happenings.on(new OrderConfirmed(ORDER, List.of()), 1);

        assertThat(deadlines.take())
                .containsExactly(new Deadline(clock.instant(), new TellTickets(ORDER, 1, clock.instant())));
    }

    @Test
    void a_subscriber_is_to_be_told_of_the_offer_and_of_its_last_days() {
        happenings.on(new RenewalOffered(SUBSCRIPTION, clock.instant()), 2);
        happenings.on(new SubscriptionPastDue(SUBSCRIPTION), 3);

        assertThat(deadlines.all())
                .containsExactly(
                        new TellRenewal(SUBSCRIPTION, 2, clock.instant()),
                        new TellRenewal(SUBSCRIPTION, 3, clock.instant()));
    }

    @Test
    void a_payer_is_to_be_told_of_money_that_went_back() {
        happenings.on(new PaymentRefunded(PAYMENT), 5);

        assertThat(deadlines.all()).containsExactly(new TellRefund(PAYMENT, 5, clock.instant()));
    }

    @Test
    void an_owner_is_to_be_told_of_the_judgement_and_whoever_was_invited_before_that_they_can_come() {
        happenings.on(new GatheringRejected(GATHERING, "Trop court"), 2, NOW);
        happenings.on(new GatheringApproved(GATHERING), 4, NOW);

        assertThat(deadlines.all())
                .containsExactly(
                        new TellOwner(GATHERING, 2, NOW),
                        new TellOwner(GATHERING, 4, NOW),
                        new TellGuests(GATHERING, Guests.INVITED, 4, NOW, Optional.empty()));
    }

    @Test
    void guests_are_to_be_told_of_changes_and_of_the_end() {
        happenings.on(new GatheringRescheduled(GATHERING, NOW, NOW), 3, NOW);
        happenings.on(new GatheringRelocated(GATHERING, "Plateau", "", null, null), 4, NOW);
        happenings.on(new AdmissionChanged(GATHERING, Access.FREE, 10, List.of()), 5, NOW);
        happenings.on(new GatheringCancelled(GATHERING), 6, NOW);

        assertThat(deadlines.all())
                .containsExactly(
                        new TellGuests(GATHERING, Guests.COMING, 3, NOW, Optional.empty()),
                        new TellGuests(GATHERING, Guests.COMING, 4, NOW, Optional.empty()),
                        new TellGuests(GATHERING, Guests.COMING, 5, NOW, Optional.empty()),
                        new TellGuests(GATHERING, Guests.COMING, 6, NOW, Optional.empty()));
    }

    @Test
    void somebody_is_to_be_told_of_their_own_seat() {
        var between = ParticipationId.of(GATHERING, ADA);
        happenings.on(new Invited(between, GATHERING, ADA), 0, NOW);
        happenings.on(new ParticipationConfirmed(between, GATHERING, ADA), 1, NOW);
        happenings.on(new ParticipationPromoted(between, GATHERING, ADA), 4, NOW);

        assertThat(deadlines.all())
                .containsExactly(
                        new TellParticipant(GATHERING, ADA, Occasion.INVITED, 0, NOW),
                        new TellParticipant(GATHERING, ADA, Occasion.CONFIRMED, 1, NOW),
                        new TellParticipant(GATHERING, ADA, Occasion.PROMOTED, 4, NOW));
    }

    @Test
    void a_happening_is_told_once() {
        happenings.on(new OrderConfirmed(ORDER, List.of()), 1);
        happenings.on(new OrderConfirmed(ORDER, List.of()), 1);

        assertThat(deadlines.all()).hasSize(1);
    }
}
