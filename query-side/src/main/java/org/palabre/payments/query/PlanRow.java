package org.palabre.payments.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.projections.Row;
import org.palabre.shared.Money;

/** A plan. */
class PlanRow implements Row {

    PlanId id;
    String name;
    BigDecimal price;
    String currency;
    Period period;

    @Nullable
    Integer paidGatheringsPerMonth;

    BigDecimal commission;
    boolean withdrawn;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private PlanRow() {}

    @SuppressWarnings("NullAway.Init") // what changes is set by the method that changes it
    PlanRow(PlanId id, String name, Money price, Period period, PlanFeatures features) {
        this.id = id;
        become(name, price, period, features);
    }

    void become(String newName, Money newPrice, Period newPeriod, PlanFeatures features) {
        name = newName;
        price = newPrice.amount();
        currency = newPrice.currency();
        period = newPeriod;
        paidGatheringsPerMonth = features.paidGatheringsPerMonth();
        commission = features.commission();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
