package org.palabre.payments.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PlanId;
import org.palabre.payments.Provider;
import org.palabre.payments.SubscriptionCommand.CancelSubscription;
import org.palabre.payments.SubscriptionCommand.Subscribe;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.shared.Actor;
import org.palabre.telephones.Telephone;
import org.palabre.telephones.Telephones;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubscriptionCommandController {

    record Choice(
            @NotNull PlanId planId,
            @NotNull Provider provider,
            @NotNull @Telephone(mobile = true) String telephone) {

        /** Leaves the telephone out, so that no log holds it. */
        @Override
        public String toString() {
            return "Choice[%s, %s]".formatted(planId, provider);
        }
    }

    private final Commands commands;
    private final Telephones telephones;

    SubscriptionCommandController(Commands commands, Telephones telephones) {
        this.commands = commands;
        this.telephones = telephones;
    }

    @PostMapping("/api/subscriptions")
    @Allow(Who.ACTIVE)
    ResponseEntity<SubscriptionView> subscribe(@RequestBody @Valid Choice choice, @Me Actor.Account me) {
        var subscriber = new AccountId(me.id());
        var subscription = commands.send(
                new Subscribe(
                        SubscriptionId.of(subscriber),
                        subscriber,
                        choice.planId(),
                        PaymentId.next(),
                        choice.provider(),
                        telephones.read(choice.telephone()).orElseThrow()),
                SubscriptionView.class);
        return ResponseEntity.accepted()
                .location(URI.create("/api/subscriptions/current"))
                .body(subscription);
    }

    @PostMapping("/api/subscriptions/current/cancel")
    @Allow(Who.ACTIVE)
    SubscriptionView cancel(@Me Actor.Account me) {
        return commands.send(new CancelSubscription(SubscriptionId.of(new AccountId(me.id()))), SubscriptionView.class);
    }
}
