package org.palabre.payments.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.palabre.payments.PlanCommand.ChangePlan;
import org.palabre.payments.PlanCommand.OfferPlan;
import org.palabre.payments.PlanCommand.WithdrawPlan;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.shared.Change;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.OneLine;
import org.palabre.web.SentMoney;
import org.palabre.web.SentMoney.Amount;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanCommandController {

    /** What a plan gives, as an admin writes it; the commission is a decimal from 0 to 1. */
    record Features(
            @Nullable @Min(0) @Max(10_000) Integer paidGatheringsPerMonth,

            @NotNull @Pattern(regexp = "0(\\.\\d{1,6})?|1(\\.0{1,6})?")
            String commission) {

        PlanFeatures checked() {
            return new PlanFeatures(paidGatheringsPerMonth, new BigDecimal(commission));
        }
    }

    record Offer(
            @NotNull @OneLine @Size(max = 100) String name,
            @NotNull @Amount SentMoney price,
            @NotNull @SomeTime Period period,
            @NotNull @Valid Features features) {

        Offer {
            name = Text.trimmed(name);
        }
    }

    record PlanChanges(
            Change<@NotNull @OneLine @Size(max = 100) String> name,
            Change<@NotNull @Amount SentMoney> price,
            Change<@NotNull @SomeTime Period> period,
            Change<@NotNull @Valid Features> features) {

        PlanChanges {
            name = Text.trimmed(name);
        }
    }

    private final Commands commands;

    PlanCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/admin/plans")
    @Allow(Who.ADMIN)
    ResponseEntity<PlanView> offer(@RequestBody @Valid Offer offer) {
        var plan = commands.send(
                new OfferPlan(
                        PlanId.next(),
                        offer.name(),
                        offer.price().money(),
                        offer.period(),
                        offer.features().checked()),
                PlanView.class);
        return ResponseEntity.created(URI.create("/api/admin/plans/" + plan.id()))
                .body(plan);
    }

    @PatchMapping("/api/admin/plans/{id}")
    @Allow(Who.ADMIN)
    PlanView change(@PathVariable PlanId id, @RequestBody @Valid PlanChanges changes) {
        return commands.send(
                new ChangePlan(
                        id,
                        changes.name(),
                        changes.price().map(price -> price == null ? null : price.money()),
                        changes.period(),
                        changes.features().map(features -> features == null ? null : features.checked())),
                PlanView.class);
    }

    @DeleteMapping("/api/admin/plans/{id}")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable PlanId id) {
        commands.send(new WithdrawPlan(id));
    }
}
