package org.palabre.payments.command;

import static org.palabre.handling.Precondition.met;
import static org.palabre.payments.PaymentRefusal.NAME_TAKEN;

import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.claims.Claims;
import org.palabre.payments.PlanCommand.ChangePlan;
import org.palabre.payments.PlanCommand.OfferPlan;
import org.palabre.payments.PlanCommand.WithdrawPlan;
import org.palabre.payments.PlanEvent.PlanOffered;
import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Offers, changes and withdraws plans; a name belongs to one that is offered. */
@Component
class PlanCommands {

    private static final String NAME = "plan-name";

    private final Repository<Plan> plans;
    private final Claims claims;

    PlanCommands(Repository<Plan> plans, Claims claims) {
        this.plans = plans;
        this.claims = claims;
    }

    @CommandHandler
    PlanView handle(OfferPlan command, Actor actor) throws Exception {
        actor.must(Role.ADMIN);
        claims.take(NAME, normal(command.name()), command.planId().value(), NAME_TAKEN);
        return plans.newInstance(() -> new Plan(new PlanOffered(
                        command.planId(), command.name(), command.price(), command.period(), command.features())))
                .invoke(Plan::view);
    }

    @CommandHandler
    PlanView handle(ChangePlan command, Actor actor) {
        actor.must(Role.ADMIN);
        var plan = met(offered(command.planId()));
        if (command.name() instanceof Change.Set<String>(String name) && name != null) {
            rename(command.planId(), normal(plan.invoke(Plan::name)), normal(name));
        }
        plan.execute(it -> it.change(command));
        return plan.invoke(Plan::view);
    }

    @CommandHandler
    void handle(WithdrawPlan command, Actor actor) {
        actor.must(Role.ADMIN);
        var plan = met(offered(command.planId()));
        claims.release(NAME, normal(plan.invoke(Plan::name)), command.planId().value());
        plan.execute(Plan::withdraw);
    }

    /** The plan, unless it is withdrawn. */
    Aggregate<Plan> offered(PlanId planId) {
        var plan = plans.load(planId.toString());
        if (plan.invoke(Plan::withdrawn)) {
            throw new Refused(Common.NOT_FOUND);
        }
        return plan;
    }

    boolean offers(PlanId planId) {
        return !plans.load(planId.toString()).invoke(Plan::withdrawn);
    }

    /** The plan as it is, or was last. */
    PlanView view(PlanId planId) {
        return plans.load(planId.toString()).invoke(Plan::view);
    }

    private void rename(PlanId planId, String from, String to) {
        if (!from.equals(to)) {
            claims.move(NAME, from, to, planId.value(), NAME_TAKEN);
        }
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
