package org.palabre.payments.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.accounts.PersonView;
import org.palabre.payments.PaymentEvent;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentQuery.FindPayment;
import org.palabre.payments.PaymentQuery.FindPaymentStandings;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PlanEvent;
import org.palabre.payments.SubscriptionEvent;
import org.palabre.payments.SubscriptionQuery.FindSubscription;
import org.palabre.payments.SubscriptionQuery.SubscriptionView;
import org.palabre.projections.ReadSide;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Money;
import org.palabre.shared.Positions.Position;
import org.palabre.web.Queries;

/** The read model of payments at work. */
final class PaymentsOnPostgres implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    static final BigDecimal COMMISSION_WITHOUT_PLAN = new BigDecimal("0.05");

    final ReadSide side = new ReadSide(each -> new PaymentsProjection(each.database));
    final PaymentQueries payments;
    final SubscriptionQueries subscriptions;
    private final Map<String, Position> newest = new LinkedHashMap<>();

    PaymentsOnPostgres() {
        var bus = SimpleQueryBus.builder().build();
        bus.subscribe(FindPeople.class.getName(), People.class, query -> people((FindPeople) query.getPayload()));
        payments = new PaymentQueries(
                side.database,
                new Queries(DefaultQueryGateway.builder().queryBus(bus).build()));
        subscriptions = new SubscriptionQueries(side.database, COMMISSION_WITHOUT_PLAN);
    }

    private static People people(FindPeople query) {
        return new People(query.accountIds().stream()
                .map(id -> new PersonView(id, null, "Awa", "Koné", null, false))
                .toList());
    }

    /** All this happens at nine, each step in one transaction. */
    PaymentsOnPostgres happens(DomainEvent... events) {
        return happensAt(NINE, events);
    }

    PaymentsOnPostgres happensAt(Instant at, DomainEvent... events) {
        for (var event : events) {
            var aggregate = aggregate(event);
            newest.put(aggregate.id(), side.happen(at, aggregate.type(), aggregate.id(), event));
        }
        return this;
    }

    private record Aggregate(String type, Object name) {

        String id() {
            return name.toString();
        }
    }

    private static Aggregate aggregate(DomainEvent event) {
        return switch (event) {
            case PaymentEvent payment -> new Aggregate("Payment", payment.paymentId());
            case PlanEvent plan -> new Aggregate("Plan", plan.planId());
            case SubscriptionEvent subscription -> new Aggregate("Subscription", subscription.subscriptionId());
            case AccountEvent account -> new Aggregate("Account", account.accountId());
            default -> throw new IllegalArgumentException("Not of a payment: " + event);
        };
    }

    /** Waits until everything is shown. */
    PaymentsOnPostgres shown() throws InterruptedException {
        side.awaitApplied(newest.values().toArray(Position[]::new));
        return this;
    }

    PaymentView payment(PaymentId id, AccountId payer) {
        return payments.handle(new FindPayment(id, payer)).orElseThrow();
    }

    PaymentStanding standing(PaymentId id) {
        return payments.handle(new FindPaymentStandings(List.of(id))).payments().getFirst();
    }

    Optional<SubscriptionView> subscription(AccountId subscriber) {
        return subscriptions.handle(new FindSubscription(subscriber));
    }

    @Override
    public void close() {
        side.close();
    }

    static Money francs(int amount) {
        return new Money(BigDecimal.valueOf(amount), "XOF");
    }
}
