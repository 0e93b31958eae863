package org.palabre.payments.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.payments.PaymentEvent;
import org.palabre.payments.PaymentEvent.AttemptBegan;
import org.palabre.payments.PaymentEvent.AttemptDropped;
import org.palabre.payments.PaymentEvent.HelpNeeded;
import org.palabre.payments.PaymentEvent.PaymentExpired;
import org.palabre.payments.PaymentEvent.PaymentFailed;
import org.palabre.payments.PaymentEvent.PaymentRefunded;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentEvent.PaymentSubmitted;
import org.palabre.payments.PaymentEvent.PaymentSucceeded;
import org.palabre.payments.PaymentEvent.RefundBegan;
import org.palabre.payments.PaymentEvent.ReturnOrdered;
import org.palabre.payments.PaymentEvent.TroubleSettled;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.PlanEvent;
import org.palabre.payments.PlanEvent.PlanChanged;
import org.palabre.payments.PlanEvent.PlanOffered;
import org.palabre.payments.PlanEvent.PlanWithdrawn;
import org.palabre.payments.SubscriptionEvent;
import org.palabre.payments.SubscriptionEvent.CancellationOrdered;
import org.palabre.payments.SubscriptionEvent.NextPeriodPaid;
import org.palabre.payments.SubscriptionEvent.PeriodBegan;
import org.palabre.payments.SubscriptionEvent.PeriodRevoked;
import org.palabre.payments.SubscriptionEvent.RenewalOffered;
import org.palabre.payments.SubscriptionEvent.RenewalRequested;
import org.palabre.payments.SubscriptionEvent.SubscriptionCancelled;
import org.palabre.payments.SubscriptionEvent.SubscriptionExpired;
import org.palabre.payments.SubscriptionEvent.SubscriptionNotPaid;
import org.palabre.payments.SubscriptionEvent.SubscriptionPastDue;
import org.palabre.payments.SubscriptionEvent.SubscriptionRequested;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.projections.Rows;
import org.palabre.shared.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens to payments, plans and subscriptions into their rows. Payments stay when their payer is erased. */
class PaymentsFold {

    private final Rows<PaymentRow> payments;
    private final Rows<RedirectRow> redirects;
    private final Rows<PlanRow> plans;
    private final Rows<SubscriptionRow> subscriptions;

    PaymentsFold(JdbcClient jdbc) {
        payments = new Rows<>(jdbc, "payment", PaymentRow.class, PaymentsFold::paymentOf);
        redirects = new Rows<>(jdbc, "payment_redirect", RedirectRow.class, PaymentsFold::paymentOf);
        plans = new Rows<>(jdbc, "plan", PlanRow.class, PaymentsFold::planOf);
        subscriptions = new Rows<>(jdbc, "subscription", SubscriptionRow.class, PaymentsFold::subscriptionOf);
    }

    @EventHandler
    void on(PaymentEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        if (event instanceof PaymentRequested requested) {
            payments.add(new PaymentRow(requested, at));
            return;
        }
        var payment = payments.get(event.paymentId().value());
        payment.version = sequence;
        switch (event) {
            case PaymentRequested _, AttemptDropped _, ReturnOrdered _, RefundBegan _ -> {}
            case AttemptBegan began -> payment.attempt = began.attempt();
            case PaymentSubmitted submitted -> lead(payment, submitted.redirectUrl());
            case PaymentSucceeded _ -> payment.settle(PaymentStatus.SUCCEEDED, null, at);
            case PaymentFailed failed -> payment.settle(PaymentStatus.FAILED, failed.failure(), at);
            case PaymentExpired _ -> payment.expire(at);
            case PaymentRefunded _ -> payment.settle(PaymentStatus.REFUNDED, null, at);
            case HelpNeeded needed -> payment.needHelp(needed.trouble());
            case TroubleSettled _ -> payment.trouble = null;
        }
    }

    @EventHandler
    void on(PlanEvent event, @SequenceNumber long sequence) {
        var id = event.planId().value();
        switch (event) {
            case PlanOffered offered ->
                plans.add(new PlanRow(
                        offered.planId(), offered.name(), offered.price(), offered.period(), offered.features()));
            case PlanChanged changed ->
                plans.get(id).become(changed.name(), changed.price(), changed.period(), changed.features());
            case PlanWithdrawn _ -> plans.get(id).withdrawn = true;
        }
        plans.get(id).version = sequence;
    }

    @EventHandler
    void on(SubscriptionEvent event, @Timestamp Instant at, @SequenceNumber long sequence) {
        var id = event.subscriptionId().value();
        if (event instanceof SubscriptionRequested requested) {
            subscriptions.find(id).ifPresent(ended -> subscriptions.remove(id));
            subscriptions.add(new SubscriptionRow(requested));
        }
        // an erased account took its own along, which may still have been about to end
        subscriptions.find(id).ifPresent(subscription -> {
            subscription.version = sequence;
            change(subscription, event, at);
        });
    }

    private static void change(SubscriptionRow subscription, SubscriptionEvent event, Instant at) {
        switch (event) {
            case SubscriptionRequested _, RenewalOffered _ -> {}
            case RenewalRequested requested -> subscription.paymentId = requested.paymentId();
            case SubscriptionNotPaid _ -> {
                if (subscription.status == SubscriptionStatus.PENDING) {
                    subscription.status = SubscriptionStatus.EXPIRED;
                }
            }
            case PeriodBegan began -> subscription.begin(began);
            case NextPeriodPaid _ -> {
                subscription.paidAhead = true;
                subscription.cancelAtPeriodEnd = false;
            }
            case PeriodRevoked revoked -> subscription.revoke(revoked, at);
            case CancellationOrdered _ -> subscription.cancelAtPeriodEnd = true;
            case SubscriptionPastDue _ -> subscription.status = SubscriptionStatus.PAST_DUE;
            case SubscriptionCancelled _ -> subscription.status = SubscriptionStatus.CANCELLED;
            case SubscriptionExpired _ -> subscription.status = SubscriptionStatus.EXPIRED;
        }
    }

    @EventHandler
    void on(AccountEvent event) {
        if (event instanceof AccountErased erased) {
            redirects.removeWhere("payer", erased.accountId().value());
            subscriptions.removeWhere("subscriber", erased.accountId().value());
        }
    }

    private void lead(PaymentRow payment, @Nullable Personal to) {
        if (to != null && !to.erased()) {
            redirects.find(payment.id()).ifPresent(old -> redirects.remove(old.id()));
            redirects.add(new RedirectRow(payment.id, payment.payer, to.orEmpty()));
        }
    }

    private static Optional<UUID> paymentOf(Object event) {
        return event instanceof PaymentEvent payment
                ? Optional.of(payment.paymentId().value())
                : Optional.empty();
    }

    private static Optional<UUID> planOf(Object event) {
        return event instanceof PlanEvent plan ? Optional.of(plan.planId().value()) : Optional.empty();
    }

    private static Optional<UUID> subscriptionOf(Object event) {
        return event instanceof SubscriptionEvent subscription
                ? Optional.of(subscription.subscriptionId().value())
                : Optional.empty();
    }
}
