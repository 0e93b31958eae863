package org.palabre.notifications.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.palabre.deadlines.Deadlines;
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
import org.palabre.gatherings.ParticipationCommand.TellParticipant;
import org.palabre.gatherings.ParticipationEvent;
import org.palabre.gatherings.ParticipationEvent.Invited;
import org.palabre.gatherings.ParticipationEvent.ParticipationConfirmed;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.payments.PaymentCommand.TellRefund;
import org.palabre.payments.PaymentEvent.PaymentRefunded;
import org.palabre.payments.SubscriptionCommand.TellRenewal;
import org.palabre.payments.SubscriptionEvent.RenewalOffered;
import org.palabre.payments.SubscriptionEvent.SubscriptionPastDue;
import org.palabre.payments.SubscriptionId;
import org.springframework.stereotype.Component;

/**
 * Has people told of what happens: each happening sets one deadline, together with which it is stored. When that is due, the
 * context in which it happened says what they are to be told, if it is still worth telling.
 */
@Component
class Happenings {

    private final Deadlines deadlines;
    private final Clock clock;

    Happenings(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long version) {
        var now = clock.instant();
        deadlines.schedule("tell-tickets-" + event.orderId(), now, new TellTickets(event.orderId(), version, now));
    }

    @EventHandler
    void on(RenewalOffered event, @SequenceNumber long version) {
        tellRenewal(event.subscriptionId(), version);
    }

    @EventHandler
    void on(SubscriptionPastDue event, @SequenceNumber long version) {
        tellRenewal(event.subscriptionId(), version);
    }

    @EventHandler
    void on(PaymentRefunded event, @SequenceNumber long version) {
        var now = clock.instant();
        deadlines.schedule("tell-refund-" + event.paymentId(), now, new TellRefund(event.paymentId(), version, now));
    }

    @EventHandler
    void on(GatheringApproved event, @SequenceNumber long version, @Timestamp Instant at) {
        tellOwner(event.gatheringId(), version, at);
        tellGuests(event.gatheringId(), Guests.INVITED, version, at);
    }

    @EventHandler
    void on(GatheringRejected event, @SequenceNumber long version, @Timestamp Instant at) {
        tellOwner(event.gatheringId(), version, at);
    }

    @EventHandler
    void on(GatheringRescheduled event, @SequenceNumber long version, @Timestamp Instant at) {
        tellGuests(event.gatheringId(), Guests.COMING, version, at);
    }

    @EventHandler
    void on(GatheringRelocated event, @SequenceNumber long version, @Timestamp Instant at) {
        tellGuests(event.gatheringId(), Guests.COMING, version, at);
    }

    @EventHandler
    void on(AdmissionChanged event, @SequenceNumber long version, @Timestamp Instant at) {
        tellGuests(event.gatheringId(), Guests.COMING, version, at);
    }

    @EventHandler
    void on(GatheringCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        tellGuests(event.gatheringId(), Guests.COMING, version, at);
    }

    @EventHandler
    void on(Invited event, @SequenceNumber long version, @Timestamp Instant at) {
        tellParticipant(event, Occasion.INVITED, version, at);
    }

    @EventHandler
    void on(ParticipationConfirmed event, @SequenceNumber long version, @Timestamp Instant at) {
        tellParticipant(event, Occasion.CONFIRMED, version, at);
    }

    @EventHandler
    void on(ParticipationPromoted event, @SequenceNumber long version, @Timestamp Instant at) {
        tellParticipant(event, Occasion.PROMOTED, version, at);
    }

    private void tellOwner(GatheringId id, long version, Instant at) {
        deadlines.schedule("tell-owner-%s-%d".formatted(id, version), clock.instant(), new TellOwner(id, version, at));
    }

    private void tellGuests(GatheringId id, Guests guests, long version, Instant at) {
        deadlines.schedule(
                "tell-guests-%s-%d".formatted(id, version),
                clock.instant(),
                new TellGuests(id, guests, version, at, Optional.empty()));
    }

    private void tellParticipant(ParticipationEvent event, Occasion occasion, long version, Instant at) {
        deadlines.schedule(
                "tell-participant-%s-%d".formatted(event.participationId(), version),
                clock.instant(),
                new TellParticipant(event.gatheringId(), event.accountId(), occasion, version, at));
    }

    private void tellRenewal(SubscriptionId id, long version) {
        var now = clock.instant();
        deadlines.schedule("tell-renewal-%s-%d".formatted(id, version), now, new TellRenewal(id, version, now));
    }
}
