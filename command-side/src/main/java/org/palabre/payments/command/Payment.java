package org.palabre.payments.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.palabre.payments.PaymentRefusal.NOT_REFUNDABLE;
import static org.palabre.payments.PaymentRefusal.NO_SUCH_TROUBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.payments.MoneyReturned;
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
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.PaymentTrouble;
import org.palabre.payments.Provider;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.command.providers.Charge;
import org.palabre.payments.command.providers.MobileMoney.IfLost;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;

/**
 * One request for money through one provider. It is not remembered between commands, as orders are: that the payer was
 * erased shows when it is loaded.
 */
@Aggregate
class Payment {

    /** After so long nobody can pay any more by a request whose answer was lost, since nobody was told where. */
    private static final Duration LIFE_OF_A_LOST_REQUEST = Duration.ofMinutes(10);

    /** How far the present attempt has come. */
    private enum Step {
        NOT_BEGUN,
        BEGUN,
        TAKEN
    }

    @AggregateIdentifier
    private PaymentId id;

    private @Nullable AccountId payer;
    private PaymentPurpose purpose = PaymentPurpose.ORDER;
    private UUID purchase = new UUID(0, 0);
    private Money amount = Money.none("XOF");
    private Provider provider = Provider.SANDBOX;
    private Personal telephone = new Personal(purchase, null);
    private Instant expiresAt = Instant.EPOCH;
    private Instant createdAt = Instant.EPOCH;
    private PaymentStatus status = PaymentStatus.PENDING;
    private @Nullable PaymentFailure failure;
    private @Nullable Instant settledAt;
    private int attempt;
    private Step step = Step.NOT_BEGUN;
    private Instant begunAt = Instant.EPOCH;
    private @Nullable String redirectUrl;
    private boolean returnOrdered;
    private boolean refundBegan;
    private @Nullable PaymentTrouble openTrouble;
    private final Set<PaymentTrouble> troubles = EnumSet.noneOf(PaymentTrouble.class);

    Payment() {}

    Payment(PaymentRequested request) {
        apply(request);
    }

    PaymentId id() {
        return id;
    }

    Provider provider() {
        return provider;
    }

    PaymentPurpose purpose() {
        return purpose;
    }

    UUID purchase() {
        return purchase;
    }

    PaymentStatus status() {
        return status;
    }

    boolean refundBegan() {
        return refundBegan;
    }

    /** What matters to the purchase: how it stands, and whether that is about to be undone. */
    Stage stage() {
        return new Stage(status, refundBegan);
    }

    record Stage(PaymentStatus status, boolean refundBegan) {}

    /** What to ask the provider for, if it is to be asked; whether it may have been asked already is known from here on. */
    Optional<Charge> submit(IfLost ifLost, Instant now) {
        return switch (step) {
            case NOT_BEGUN -> isWanted(now) ? begin() : Optional.empty();
            case BEGUN -> beginAgain(ifLost, now);
            case TAKEN -> Optional.empty();
        };
    }

    /** Whether the purchase still waits for the money. */
    private boolean isWanted(Instant now) {
        return status == PaymentStatus.PENDING && !returnOrdered && now.isBefore(expiresAt);
    }

    private Optional<Charge> begin() {
        if (telephone.erased()) {
            apply(new PaymentFailed(id, purpose, purchase, PaymentFailure.REFUSED));
            return Optional.empty();
        }
        apply(new AttemptBegan(id, attempt + 1));
        return Optional.of(charge());
    }

    private Optional<Charge> beginAgain(IfLost ifLost, Instant now) {
        return switch (ifLost) {
            // an erased person cannot be asked again, but may have paid: that is looked for all the same
            case SAY_AGAIN -> isWanted(now) && !telephone.erased() ? Optional.of(charge()) : Optional.empty();
            case ASK_ABOUT_IT -> Optional.empty();
            case BEGIN_ANEW -> {
                if (!isWanted(now)) {
                    yield Optional.empty();
                }
                if (now.isBefore(begunAt.plus(LIFE_OF_A_LOST_REQUEST))) {
                    throw new Refused(Refused.Common.UNAVAILABLE);
                }
                apply(new AttemptDropped(id, attempt));
                yield begin();
            }
            case ASK_A_PERSON -> {
                unsettled().ifPresent(_ -> needHelp(PaymentTrouble.ANSWER_LOST));
                yield Optional.empty();
            }
        };
    }

    /** The present attempt failed before anybody heard of it. */
    void notSent(int which) {
        if (which == attempt && step == Step.BEGUN) {
            apply(new AttemptDropped(id, attempt));
        }
    }

    void taken(int which, @Nullable String redirect) {
        if (which == attempt && step == Step.BEGUN && status == PaymentStatus.PENDING) {
            apply(new PaymentSubmitted(
                    id, attempt, redirect == null ? null : Personal.of(telephone.subject(), redirect)));
        }
    }

    /** What to ask about, as long as money may come that is not known of. */
    Optional<Charge> unsettled() {
        return attempt > 0 && (status == PaymentStatus.PENDING || status == PaymentStatus.EXPIRED)
                ? Optional.of(charge())
                : Optional.empty();
    }

    /** The present attempt, from 1; 0 before the first. */
    int attempt() {
        return attempt;
    }

    /** Believes the provider only if it speaks of what it was asked for. */
    void paid(NotePaid note) {
        switch (status) {
            case PENDING, EXPIRED -> {
                if (!note.reference().equals(id.reference(note.attempt()).toString())) {
                    needHelp(PaymentTrouble.OTHER_REFERENCE);
                } else if (!note.currency().equals(amount.currency())) {
                    needHelp(PaymentTrouble.OTHER_CURRENCY);
                } else if (note.amount().compareTo(amount.amount()) != 0) {
                    needHelp(PaymentTrouble.OTHER_AMOUNT);
                } else {
                    apply(new PaymentSucceeded(id, purpose, purchase));
                    // of an erased person nobody is left to use what was paid for
                    if (returnOrdered || telephone.erased()) {
                        apply(new RefundBegan(id, purpose, purchase));
                    }
                }
            }
            case FAILED -> needHelp(PaymentTrouble.PAID_AFTER_FAILURE);
            case SUCCEEDED, REFUNDED -> {}
        }
    }

    void declined(int which, PaymentFailure reason) {
        if (which == attempt && status == PaymentStatus.PENDING) {
            apply(new PaymentFailed(id, purpose, purchase, reason));
        }
    }

    /** The provider never said how it stands, unless nobody could pay by an attempt of which its answer was lost. */
    void neverAnswered(IfLost ifLost) {
        var nobodyCouldPay = ifLost == IfLost.BEGIN_ANEW && step != Step.TAKEN;
        if (unsettled().isPresent() && !nobodyCouldPay && !troubles.contains(PaymentTrouble.ANSWER_LOST)) {
            needHelp(PaymentTrouble.NEVER_ANSWERED);
        }
    }

    void expire() {
        if (status == PaymentStatus.PENDING) {
            apply(new PaymentExpired(id, purpose, purchase));
        }
    }

    /** Gives the money back as soon as it is there. */
    void returnMoney() {
        switch (status) {
            case SUCCEEDED -> beginRefund();
            case PENDING, EXPIRED -> {
                if (!returnOrdered) {
                    apply(new ReturnOrdered(id));
                }
            }
            case FAILED, REFUNDED -> {}
        }
    }

    /** Gives the money back on an admin's word. */
    void refund() {
        if (status != PaymentStatus.SUCCEEDED || refundBegan) {
            throw new Refused(NOT_REFUNDABLE);
        }
        beginRefund();
    }

    /** Believes an admin that it was given back by hand, once the provider has said that it will not. */
    void confirmRefund() {
        if (status != PaymentStatus.SUCCEEDED || !troubles.contains(PaymentTrouble.NO_REFUND)) {
            throw new Refused(NOT_REFUNDABLE);
        }
        givenBack();
    }

    private void beginRefund() {
        if (!refundBegan) {
            apply(new RefundBegan(id, purpose, purchase));
        }
    }

    /** What to give back, if that is to be done and has not been. */
    Optional<Charge> owed() {
        return refundBegan && status == PaymentStatus.SUCCEEDED && !troubles.contains(PaymentTrouble.NO_REFUND)
                ? Optional.of(charge())
                : Optional.empty();
    }

    void givenBack() {
        if (refundBegan && status == PaymentStatus.SUCCEEDED) {
            apply(new PaymentRefunded(id));
        }
    }

    /** What its payer is told, if the money went back. */
    Optional<MoneyReturned> returned() {
        return status == PaymentStatus.REFUNDED
                ? Optional.of(new MoneyReturned(id, Objects.requireNonNull(payer), amount, purpose, purchase))
                : Optional.empty();
    }

    void notGivenBack() {
        if (refundBegan && status == PaymentStatus.SUCCEEDED) {
            needHelp(PaymentTrouble.NO_REFUND);
        }
    }

    /** Believes an admin that it was settled outside; what only a refund settles has a word of its own. */
    void settle(PaymentTrouble trouble) {
        if (trouble != openTrouble || trouble == PaymentTrouble.NO_REFUND) {
            throw new Refused(NO_SUCH_TROUBLE);
        }
        apply(new TroubleSettled(id, trouble));
    }

    private void needHelp(PaymentTrouble trouble) {
        if (!troubles.contains(trouble)) {
            apply(new HelpNeeded(id, trouble));
        }
    }

    PaymentStanding standing() {
        return new PaymentStanding(id, status, redirectUrl);
    }

    PaymentView view() {
        return new PaymentView(
                id,
                purpose,
                provider,
                amount,
                status,
                id.reference(Math.max(attempt, 1)).toString(),
                failure,
                createdAt,
                settledAt,
                getVersion());
    }

    private Charge charge() {
        return new Charge(id, attempt, provider, amount, telephone.orEmpty(), expiresAt);
    }

    private void become(PaymentStatus as, @Nullable PaymentFailure because, Instant at) {
        status = as;
        failure = because;
        settledAt = at;
        openTrouble = null;
    }

    @EventSourcingHandler
    void on(PaymentEvent event, @Timestamp Instant at) {
        switch (event) {
            case PaymentRequested requested -> {
                id = requested.paymentId();
                payer = requested.payer();
                purpose = requested.purpose();
                purchase = requested.purchase();
                amount = requested.amount();
                provider = requested.provider();
                telephone = requested.telephone();
                expiresAt = requested.expiresAt();
                createdAt = at;
            }
            case AttemptBegan began -> {
                attempt = began.attempt();
                step = Step.BEGUN;
                begunAt = at;
            }
            case AttemptDropped _ -> step = Step.NOT_BEGUN;
            case PaymentSubmitted submitted -> {
                step = Step.TAKEN;
                redirectUrl = submitted.redirectUrl() == null
                        ? null
                        : submitted.redirectUrl().text();
            }
            case PaymentSucceeded _ -> become(PaymentStatus.SUCCEEDED, null, at);
            case PaymentFailed failed -> become(PaymentStatus.FAILED, failed.failure(), at);
            case PaymentExpired _ -> {
                status = PaymentStatus.EXPIRED;
                settledAt = at;
            }
            case ReturnOrdered _ -> returnOrdered = true;
            case RefundBegan _ -> refundBegan = true;
            case PaymentRefunded _ -> become(PaymentStatus.REFUNDED, null, at);
            case HelpNeeded needed -> {
                troubles.add(needed.trouble());
                openTrouble = needed.trouble();
                failure = PaymentFailure.PROVIDER_ERROR;
            }
            case TroubleSettled _ -> openTrouble = null;
        }
    }
}
