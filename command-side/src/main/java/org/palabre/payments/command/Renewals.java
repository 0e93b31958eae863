package org.palabre.payments.command;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Patience;
import org.palabre.payments.RenewalDue;
import org.palabre.payments.SubscriptionCommand.OfferRenewal;
import org.palabre.payments.SubscriptionCommand.TellRenewal;
import org.palabre.payments.SubscriptionEvent.PeriodBegan;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Offers the next period before the present one ends, and says what subscribers are to be told while it is not paid. */
@Component
class Renewals {

    private final Subscriptions subscriptions;
    private final PlanCommands plans;
    private final Deadlines deadlines;
    private final Patience patience;
    private final Clock clock;

    Renewals(Subscriptions subscriptions, PlanCommands plans, Deadlines deadlines, Patience patience, Clock clock) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.deadlines = deadlines;
        this.patience = patience;
        this.clock = clock;
    }

    @EventHandler
    void on(PeriodBegan event, @SequenceNumber long version) {
        var id = event.subscriptionId();
        var end = event.endsAt();
        deadlines.schedule(
                "offer-renewal-%s-%s".formatted(id, end),
                end.minus(Subscription.BEFORE),
                new OfferRenewal(id, end, version, clock.instant()));
    }

    @CommandHandler
    void handle(OfferRenewal command, Actor actor) {
        actor.mustBePlatform();
        var subscription = subscriptions.load(command.subscriptionId());
        patience.waitForCause(subscription, command.version(), command.since());
        subscription.execute(it -> it.offerRenewal(command.endsAt()));
    }

    @CommandHandler
    @Nullable
    RenewalDue handle(TellRenewal command, Actor actor) {
        actor.mustBePlatform();
        var subscription = subscriptions.load(command.subscriptionId());
        patience.waitForCause(subscription, command.version(), command.since());
        return subscription.invoke(Subscription::renewalIsDue) ? renewal(subscription) : null;
    }

    private RenewalDue renewal(Aggregate<Subscription> subscription) {
        var planId = subscription.invoke(Subscription::plan).orElseThrow();
        var plan = plans.view(planId);
        var stillOffered = plans.offers(planId);
        return subscription.invoke(it -> it.renewal(plan, stillOffered));
    }
}
