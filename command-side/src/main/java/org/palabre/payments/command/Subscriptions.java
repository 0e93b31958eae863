package org.palabre.payments.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.SubscriptionId;
import org.springframework.stereotype.Component;

/** The subscriptions that there are, and what their payments lead to. */
@Component
class Subscriptions {

    private final Repository<Subscription> subscriptions;
    private final Clock clock;

    Subscriptions(Repository<Subscription> subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    Aggregate<Subscription> load(SubscriptionId id) {
        return subscriptions.load(id.toString());
    }

    Aggregate<Subscription> loadOrCreate(SubscriptionId id) throws Exception {
        return subscriptions.loadOrCreate(id.toString(), Subscription::new);
    }

    /** Tells the subscription that a payment is for, if it is for one, what became of it; unwanted money goes back at once. */
    void follow(Aggregate<Payment> payment) {
        if (payment.invoke(Payment::purpose) == PaymentPurpose.SUBSCRIPTION) {
            follow(
                    payment,
                    load(new SubscriptionId(purchase(payment))),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private static void follow(Aggregate<Payment> payment, Aggregate<Subscription> subscription, Instant now) {
        var paymentId = payment.invoke(Payment::id);
        switch (payment.invoke(Payment::status)) {
            case PENDING -> {}
            case SUCCEEDED -> {
                if (payment.invoke(Payment::refundBegan)) {
                    subscription.execute(it -> it.revoke(paymentId, now));
                } else if (!subscription.invoke(it -> it.paid(paymentId, now))) {
                    payment.execute(Payment::returnMoney);
                }
            }
            case FAILED, EXPIRED -> subscription.execute(it -> it.notPaid(paymentId));
            case REFUNDED -> subscription.execute(it -> it.revoke(paymentId, now));
        }
    }

    private static UUID purchase(Aggregate<Payment> payment) {
        return payment.invoke(Payment::purchase);
    }
}
