package org.palabre.payments.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.math.BigDecimal;
import java.time.Period;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.payments.PlanCommand.ChangePlan;
import org.palabre.payments.PlanEvent;
import org.palabre.payments.PlanEvent.PlanChanged;
import org.palabre.payments.PlanEvent.PlanOffered;
import org.palabre.payments.PlanEvent.PlanWithdrawn;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.shared.Change;
import org.palabre.shared.Money;

/** A priced period of features. */
@Aggregate
class Plan {

    @AggregateIdentifier
    private PlanId id;

    private String name = "";
    private Money price = Money.none("XOF");
    private Period period = Period.ZERO;
    private PlanFeatures features = new PlanFeatures(null, BigDecimal.ZERO);
    private boolean withdrawn;

    Plan() {}

    Plan(PlanOffered offer) {
        apply(offer);
    }

    String name() {
        return name;
    }

    Money price() {
        return price;
    }

    Period period() {
        return period;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    void change(ChangePlan changes) {
        var change = new PlanChanged(
                id,
                changed(changes.name(), name),
                changed(changes.price(), price),
                changed(changes.period(), period),
                changed(changes.features(), features));
        if (!change.equals(new PlanChanged(id, name, price, period, features))) {
            apply(change);
        }
    }

    void withdraw() {
        apply(new PlanWithdrawn(id));
    }

    PlanView view() {
        return new PlanView(id, name, price, period, features, getVersion());
    }

    private static <T> T changed(Change<T> change, T current) {
        return change instanceof Change.Set<T> set && set.value() != null ? set.value() : current;
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        switch (event) {
            case PlanOffered offered -> {
                id = offered.planId();
                become(offered.name(), offered.price(), offered.period(), offered.features());
            }
            case PlanChanged changed -> become(changed.name(), changed.price(), changed.period(), changed.features());
            case PlanWithdrawn _ -> withdrawn = true;
        }
    }

    private void become(String newName, Money newPrice, Period newPeriod, PlanFeatures newFeatures) {
        name = newName;
        price = newPrice;
        period = newPeriod;
        features = newFeatures;
    }
}
