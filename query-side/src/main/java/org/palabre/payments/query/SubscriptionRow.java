package org.palabre.payments.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionEvent.PeriodBegan;
import org.palabre.payments.SubscriptionEvent.PeriodRevoked;
import org.palabre.payments.SubscriptionEvent.SubscriptionRequested;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.projections.Row;

/** An account's subscription. */
class SubscriptionRow implements Row {

    SubscriptionId id;
    AccountId subscriber;
    PlanId planId;
    SubscriptionStatus status;
    PaymentId paymentId;

    @Nullable
    PaymentId paidBy;

    @Nullable
    Instant currentPeriodStart;

    @Nullable
    Instant currentPeriodEnd;

    boolean cancelAtPeriodEnd;
    boolean paidAhead;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private SubscriptionRow() {}

    SubscriptionRow(SubscriptionRequested requested) {
        id = requested.subscriptionId();
        subscriber = requested.subscriber();
        planId = requested.planId();
        status = SubscriptionStatus.PENDING;
        paymentId = requested.paymentId();
    }

    void begin(PeriodBegan began) {
        planId = began.planId();
        status = SubscriptionStatus.ACTIVE;
        // a period that was paid in advance says nothing of whether there will be another
        cancelAtPeriodEnd = cancelAtPeriodEnd && paidAhead;
        paidAhead = false;
        paidBy = began.paymentId();
        currentPeriodStart = began.startsAt();
        currentPeriodEnd = began.endsAt();
    }

    void revoke(PeriodRevoked revoked, Instant at) {
        if (revoked.paymentId().equals(paidBy)) {
            status = SubscriptionStatus.CANCELLED;
            currentPeriodEnd = at;
        } else {
            paidAhead = false;
        }
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
