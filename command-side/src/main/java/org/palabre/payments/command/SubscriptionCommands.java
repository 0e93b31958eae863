package org.palabre.payments.command;

import static org.palabre.handling.Precondition.met;
import static org.palabre.payments.PaymentRefusal.NOT_OFFERED;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.Aggregate;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Deadlines;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.SubscriptionCommand.CancelSubscription;
import org.palabre.payments.SubscriptionCommand.EndGrace;
import org.palabre.payments.SubscriptionCommand.EndPeriod;
import org.palabre.payments.SubscriptionCommand.Subscribe;
import org.palabre.payments.SubscriptionEvent.PeriodBegan;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.shared.Actor;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets organisers use plans: what is paid runs, what runs ends, and what ends may be paid again for a while. */
@Component
class SubscriptionCommands {

    private final Subscriptions subscriptions;
    private final PlanCommands plans;
    private final Payments payments;
    private final Providers providers;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Duration hold;

    SubscriptionCommands(
            Subscriptions subscriptions,
            PlanCommands plans,
            Payments payments,
            Providers providers,
            Deadlines deadlines,
            Clock clock,
            @Value("${palabre.order-hold}") Duration hold) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.payments = payments;
        this.providers = providers;
        this.deadlines = deadlines;
        this.clock = clock;
        this.hold = hold;
    }

    @CommandHandler
    SubscriptionView handle(Subscribe command, Actor actor) throws Exception {
        mustOwn(command.subscriptionId(), actor);
        var plan = plans.offered(command.planId());
        if (providers.find(command.provider()).isEmpty()) {
            throw Refused.field("provider", NOT_OFFERED);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var subscription = subscriptions.loadOrCreate(command.subscriptionId());
        subscription.execute(it -> it.request(
                command.subscriptionId(),
                command.subscriber(),
                command.planId(),
                plan.invoke(Plan::period),
                command.paymentId(),
                now));
        payments.add(() -> new Payment(new PaymentRequested(
                command.paymentId(),
                command.subscriber(),
                PaymentPurpose.SUBSCRIPTION,
                command.subscriptionId().value(),
                plan.invoke(Plan::price),
                command.provider(),
                Personal.of(command.subscriber().value(), command.telephone()),
                now.plus(hold))));
        return view(subscription);
    }

    @CommandHandler
    SubscriptionView handle(CancelSubscription command, Actor actor) {
        mustOwn(command.subscriptionId(), actor);
        var subscription = met(subscriptions.load(command.subscriptionId()));
        subscription.execute(Subscription::cancel);
        return view(subscription);
    }

    @CommandHandler
    void handle(EndPeriod command, Actor actor) {
        actor.mustBePlatform();
        subscriptions.load(command.subscriptionId()).execute(it -> it.endPeriod(command.endsAt()));
    }

    @CommandHandler
    void handle(EndGrace command, Actor actor) {
        actor.mustBePlatform();
        subscriptions.load(command.subscriptionId()).execute(it -> it.endGrace(command.endsAt()));
    }

    @EventHandler
    void on(PeriodBegan event) {
        var id = event.subscriptionId();
        var end = event.endsAt();
        deadlines.schedule("end-period-%s-%s".formatted(id, end), end, new EndPeriod(id, end));
        deadlines.schedule("end-grace-%s-%s".formatted(id, end), end.plus(Subscription.GRACE), new EndGrace(id, end));
    }

    private static void mustOwn(SubscriptionId subscriptionId, Actor actor) {
        if (!SubscriptionId.of(new AccountId(actor.active().id())).equals(subscriptionId)) {
            throw new Refused(Common.NOT_FOUND);
        }
    }

    private SubscriptionView view(Aggregate<Subscription> subscription) {
        var plan = plans.view(subscription.invoke(Subscription::plan).orElseThrow());
        var payment = payments.load(subscription.invoke(Subscription::payment).orElseThrow());
        return subscription.invoke(it -> it.view(plan, payment.invoke(Payment::standing)));
    }
}
