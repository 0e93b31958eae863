package org.palabre.payments.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.PaymentTrouble;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.payments.Provider;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.shared.Money;

/** How payments, plans and subscriptions are read from their tables. */
final class PaymentTables {

    /** Subscriptions with their plans and payments, whose columns have the names of their tables before them. */
    static final String SUBSCRIPTION = """
            select subscription.*, plan.name plan_name, plan.price plan_price, plan.currency plan_currency,
                plan.period plan_period, plan.paid_gatherings_per_month, plan.commission, plan.version plan_version,
                payment.status payment_status, payment_redirect.url
            from subscription join plan on plan.id = plan_id join payment on payment.id = payment_id
                left join payment_redirect on payment_redirect.id = payment_id
            """;

    private PaymentTables() {}

    static PaymentView payment(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        var id = new PaymentId(uuid(row, "id"));
        return new PaymentView(
                id,
                PaymentPurpose.valueOf(row.getString("purpose")),
                Provider.valueOf(row.getString("provider")),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                PaymentStatus.valueOf(row.getString("status")),
                id.reference(row.getInt("attempt")).toString(),
                failure(row.getString("failure")),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "settled_at"),
                row.getLong("version"));
    }

    static AccountId payer(ResultSet row) throws SQLException {
        return new AccountId(uuid(row, "payer"));
    }

    static @Nullable PaymentTrouble trouble(ResultSet row) throws SQLException {
        var name = row.getString("trouble");
        return name == null ? null : PaymentTrouble.valueOf(name);
    }

    static PaymentStanding standing(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new PaymentStanding(
                new PaymentId(uuid(row, "id")), PaymentStatus.valueOf(row.getString("status")), row.getString("url"));
    }

    static PlanView plan(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new PlanView(
                new PlanId(uuid(row, "id")),
                row.getString("name"),
                new Money(row.getBigDecimal("price"), row.getString("currency")),
                Period.parse(row.getString("period")),
                features(row),
                row.getLong("version"));
    }

    static SubscriptionView subscription(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new SubscriptionView(
                new SubscriptionId(uuid(row, "id")),
                new PlanView(
                        new PlanId(uuid(row, "plan_id")),
                        row.getString("plan_name"),
                        new Money(row.getBigDecimal("plan_price"), row.getString("plan_currency")),
                        Period.parse(row.getString("plan_period")),
                        features(row),
                        row.getLong("plan_version")),
                SubscriptionStatus.valueOf(row.getString("status")),
                instant(row, "current_period_start"),
                instant(row, "current_period_end"),
                row.getBoolean("cancel_at_period_end"),
                new PaymentStanding(
                        new PaymentId(uuid(row, "payment_id")),
                        PaymentStatus.valueOf(row.getString("payment_status")),
                        row.getString("url")),
                row.getLong("version"));
    }

    static PlanFeatures features(ResultSet row) throws SQLException {
        return new PlanFeatures(
                row.getObject("paid_gatherings_per_month", Integer.class), row.getBigDecimal("commission"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable PaymentFailure failure(@Nullable String name) {
        return name == null ? null : PaymentFailure.valueOf(name);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
