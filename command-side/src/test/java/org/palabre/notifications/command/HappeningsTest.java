package org.palabre.notifications.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.deadlines.DeadlinesInMemory.Deadline;
import org.palabre.deadlines.SettableClock;
import org.palabre.gatherings.OrderCommand.TellTickets;
import org.palabre.gatherings.OrderEvent.OrderConfirmed;
import org.palabre.gatherings.OrderId;
import org.palabre.payments.PaymentCommand.TellRefund;
import org.palabre.payments.PaymentEvent.PaymentRefunded;
import org.palabre.payments.PaymentId;
import org.palabre.payments.SubscriptionCommand.TellRenewal;
import org.palabre.payments.SubscriptionEvent.RenewalOffered;
import org.palabre.payments.SubscriptionEvent.SubscriptionPastDue;
import org.palabre.payments.SubscriptionId;

/** What happens is told at once, and once. */
class HappeningsTest {

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
    void a_happening_is_told_once() {
        happenings.on(new OrderConfirmed(ORDER, List.of()), 1);
        happenings.on(new OrderConfirmed(ORDER, List.of()), 1);

        assertThat(deadlines.all()).hasSize(1);
    }
}
