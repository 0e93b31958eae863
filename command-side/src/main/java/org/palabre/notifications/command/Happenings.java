package org.palabre.notifications.command;

import java.time.Clock;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.palabre.deadlines.Deadlines;
import org.palabre.gatherings.OrderCommand.TellTickets;
import org.palabre.gatherings.OrderEvent.OrderConfirmed;
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

    private void tellRenewal(SubscriptionId id, long version) {
        var now = clock.instant();
        deadlines.schedule("tell-renewal-%s-%d".formatted(id, version), now, new TellRenewal(id, version, now));
    }
}
