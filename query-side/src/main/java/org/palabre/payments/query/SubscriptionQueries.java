package org.palabre.payments.query;

import java.math.BigDecimal;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.payments.SubscriptionQuery.FindPlan;
import org.palabre.payments.SubscriptionQuery.FindPlanTerms;
import org.palabre.payments.SubscriptionQuery.FindPlans;
import org.palabre.payments.SubscriptionQuery.FindSubscription;
import org.palabre.payments.SubscriptionQuery.PlanPage;
import org.palabre.payments.SubscriptionQuery.PlanTerms;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which plans there are, who uses which, and on which terms one sells. */
@Component
class SubscriptionQueries {

    private final JdbcClient jdbc;
    private final PlanTerms withoutPlan;

    SubscriptionQueries(DataSource dataSource, @Value("${palabre.commission}") BigDecimal commission) {
        this.jdbc = JdbcClient.create(dataSource);
        this.withoutPlan = new PlanTerms(commission, null, null);
    }

    @QueryHandler
    Optional<PlanView> handle(FindPlan query) {
        return jdbc.sql("select * from plan where id = ? and not withdrawn")
                .param(query.planId().value())
                .query(PaymentTables::plan)
                .optional();
    }

    @QueryHandler
    PlanPage handle(FindPlans query) {
        var count = jdbc.sql("select count(*) from plan where not withdrawn")
                .query(Long.class)
                .single();
        var rows = jdbc.sql("select * from plan where not withdrawn order by price, name, id limit ? offset ?")
                .params(query.page().size(), query.page().offset())
                .query(PaymentTables::plan)
                .list();
        return new PlanPage(count, rows);
    }

    @QueryHandler
    Optional<SubscriptionView> handle(FindSubscription query) {
        return jdbc.sql(PaymentTables.SUBSCRIPTION + " where subscriber = ?")
                .param(query.subscriber().value())
                .query(PaymentTables::subscription)
                .optional();
    }

    @QueryHandler
    PlanTerms handle(FindPlanTerms query) {
        return jdbc.sql("""
                        select commission, paid_gatherings_per_month, current_period_start
                        from subscription join plan on plan.id = plan_id
                        where subscriber = ? and status in ('ACTIVE', 'PAST_DUE')
                        """)
                .param(query.accountId().value())
                .query((row, _) -> new PlanTerms(
                        row.getBigDecimal("commission"),
                        row.getObject("paid_gatherings_per_month", Integer.class),
                        PaymentTables.instant(row, "current_period_start")))
                .optional()
                .orElse(withoutPlan);
    }
}
