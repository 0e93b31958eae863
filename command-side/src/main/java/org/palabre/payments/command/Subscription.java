package org.palabre.payments.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.palabre.payments.PaymentRefusal.ALREADY_SUBSCRIBED;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.PlanId;
import org.palabre.payments.RenewalDue;
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
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.shared.Refused;

/** An account's use of plans, one after the other. */
@Aggregate
class Subscription {

    /** How long before its end a period's successor can be paid. */
    static final Duration BEFORE = Duration.ofDays(7);

    /** How long after its end. */
    static final Duration GRACE = Duration.ofDays(7);

    /** A period that was asked for or paid, and has not begun. */
    private record Ordered(PlanId planId, Period period, PaymentId paymentId) {

        Instant end(Instant start) {
            return start.atZone(ZoneOffset.UTC).plus(period).toInstant();
        }
    }

    @AggregateIdentifier
    private SubscriptionId id;

    private @Nullable AccountId subscriber;
    private SubscriptionStatus status = SubscriptionStatus.EXPIRED;
    private @Nullable Ordered asked;
    private boolean beingPaid;
    private @Nullable Ordered next;
    private @Nullable PlanId plan;
    private @Nullable PaymentId paidBy;
    private @Nullable Instant start;
    private Instant end = Instant.EPOCH;
    private boolean cancelAtEnd;
    private boolean renewalOffered;

    Subscription() {}

    /** Asks for the money of a first period, or of the next one while that may be paid. */
    void request(
            SubscriptionId subscriptionId,
            AccountId subscriber,
            PlanId planId,
            Period period,
            PaymentId paymentId,
            Instant now) {
        if (beingPaid) {
            throw new Refused(ALREADY_SUBSCRIBED);
        }
        switch (status) {
            case ACTIVE -> {
                if (next != null || now.isBefore(end.minus(BEFORE))) {
                    throw new Refused(ALREADY_SUBSCRIBED);
                }
                apply(new RenewalRequested(id, planId, period, paymentId));
            }
            case PAST_DUE -> apply(new RenewalRequested(id, planId, period, paymentId));
            case PENDING, CANCELLED, EXPIRED ->
                apply(new SubscriptionRequested(subscriptionId, subscriber, planId, period, paymentId));
        }
    }

    /** Takes the money that was asked for last; not any other, which has to go back. */
    boolean paid(PaymentId paymentId, Instant now) {
        if (paymentId.equals(paidBy) || (next != null && next.paymentId().equals(paymentId))) {
            return true;
        }
        if (asked == null || !asked.paymentId().equals(paymentId)) {
            return false;
        }
        switch (status) {
            case PENDING, EXPIRED -> begin(asked, now);
            case ACTIVE -> apply(new NextPeriodPaid(id, asked.planId(), asked.period(), paymentId));
            // the days of grace are not given away, unless they were longer than the period
            case PAST_DUE -> begin(asked, asked.end(end).isAfter(now) ? end : now);
            case CANCELLED -> {
                return false;
            }
        }
        return true;
    }

    void notPaid(PaymentId paymentId) {
        if (beingPaid && asked != null && asked.paymentId().equals(paymentId)) {
            apply(new SubscriptionNotPaid(id, paymentId));
        }
    }

    /** Takes a period away whose money goes back. */
    void revoke(PaymentId paymentId, Instant now) {
        if (next != null && next.paymentId().equals(paymentId)) {
            apply(new PeriodRevoked(id, paymentId));
        } else if (paymentId.equals(paidBy) && runs()) {
            apply(new PeriodRevoked(id, paymentId));
            if (next != null) {
                begin(next, now);
            }
        }
    }

    void cancel() {
        switch (status) {
            case ACTIVE -> {
                if (!cancelAtEnd) {
                    apply(new CancellationOrdered(id));
                }
            }
            case PENDING, PAST_DUE -> apply(new SubscriptionCancelled(id));
            case CANCELLED, EXPIRED -> {}
        }
    }

    void offerRenewal(Instant which) {
        if (status == SubscriptionStatus.ACTIVE && which.equals(end) && !renewalOffered && endsUnlessPaid()) {
            apply(new RenewalOffered(id, end));
        }
    }

    /** Whether its owner may still have to pay the next period. */
    boolean renewalIsDue() {
        return status == SubscriptionStatus.PAST_DUE
                || (status == SubscriptionStatus.ACTIVE && renewalOffered && endsUnlessPaid());
    }

    void endPeriod(Instant which) {
        if (status != SubscriptionStatus.ACTIVE || !which.equals(end)) {
            return;
        }
        if (next != null) {
            begin(next, end);
        } else if (cancelAtEnd) {
            apply(new SubscriptionCancelled(id));
        } else {
            apply(new SubscriptionPastDue(id));
        }
    }

    void endGrace(Instant which) {
        if (status == SubscriptionStatus.PAST_DUE && which.equals(end)) {
            apply(new SubscriptionExpired(id));
        }
    }

    private void begin(Ordered period, Instant at) {
        apply(new PeriodBegan(id, period.planId(), period.paymentId(), at, period.end(at)));
    }

    private boolean endsUnlessPaid() {
        return next == null && !cancelAtEnd;
    }

    private boolean runs() {
        return status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.PAST_DUE;
    }

    /** The plan of the period that is shown; before there is one, the plan that is asked for. */
    Optional<PlanId> plan() {
        return start == null ? Optional.ofNullable(asked).map(Ordered::planId) : Optional.ofNullable(plan);
    }

    /** The payment that was asked for last. */
    Optional<PaymentId> payment() {
        return Optional.ofNullable(asked).map(Ordered::paymentId);
    }

    /** What its owner is told while a renewal is due. */
    RenewalDue renewal(PlanView ofPlan, boolean stillOffered) {
        return new RenewalDue(
                id, Objects.requireNonNull(subscriber), ofPlan, stillOffered, status, end, end.plus(GRACE));
    }

    SubscriptionView view(PlanView ofPlan, PaymentStanding ofPayment) {
        return new SubscriptionView(
                id, ofPlan, status, start, start == null ? null : end, cancelAtEnd, ofPayment, getVersion());
    }

    @EventSourcingHandler
    void on(SubscriptionEvent event, @Timestamp Instant at) {
        id = event.subscriptionId();
        switch (event) {
            case SubscriptionRequested requested -> {
                subscriber = requested.subscriber();
                asked = new Ordered(requested.planId(), requested.period(), requested.paymentId());
                beingPaid = true;
                status = SubscriptionStatus.PENDING;
                start = null;
                cancelAtEnd = false;
            }
            case RenewalRequested requested -> {
                asked = new Ordered(requested.planId(), requested.period(), requested.paymentId());
                beingPaid = true;
            }
            case SubscriptionNotPaid _ -> {
                beingPaid = false;
                if (status == SubscriptionStatus.PENDING) {
                    status = SubscriptionStatus.EXPIRED;
                }
            }
            case PeriodBegan began -> {
                plan = began.planId();
                paidBy = began.paymentId();
                start = began.startsAt();
                end = began.endsAt();
                status = SubscriptionStatus.ACTIVE;
                renewalOffered = false;
                if (next != null) {
                    next = null;
                } else {
                    beingPaid = false;
                    cancelAtEnd = false;
                }
            }
            case RenewalOffered _ -> renewalOffered = true;
            case NextPeriodPaid paid -> {
                next = new Ordered(paid.planId(), paid.period(), paid.paymentId());
                beingPaid = false;
                cancelAtEnd = false;
            }
            case PeriodRevoked revoked -> {
                if (next != null && next.paymentId().equals(revoked.paymentId())) {
                    next = null;
                } else {
                    status = SubscriptionStatus.CANCELLED;
                    end = at;
                }
            }
            case CancellationOrdered _ -> cancelAtEnd = true;
            case SubscriptionPastDue _ -> status = SubscriptionStatus.PAST_DUE;
            case SubscriptionCancelled _ -> {
                status = SubscriptionStatus.CANCELLED;
                beingPaid = false;
            }
            case SubscriptionExpired _ -> status = SubscriptionStatus.EXPIRED;
        }
    }
}
