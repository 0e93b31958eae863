package org.palabre.payments.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.claims.ClaimsInMemory;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.deadlines.DeadlinesInMemory.Deadline;
import org.palabre.deadlines.SettableClock;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PlanEvent.PlanOffered;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.payments.RenewalDue;
import org.palabre.payments.SubscriptionCommand.EndGrace;
import org.palabre.payments.SubscriptionCommand.EndPeriod;
import org.palabre.payments.SubscriptionCommand.OfferRenewal;
import org.palabre.payments.SubscriptionCommand.TellRenewal;
import org.palabre.payments.SubscriptionEvent.RenewalOffered;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.palabre.shared.Money;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** Ada subscribes for a month, and the days go by. */
class RenewalsTest {

    private static final AccountId ADA = AccountId.next();
    private static final SubscriptionId SUBSCRIPTION = SubscriptionId.of(ADA);
    private static final PlanId PLAN = PlanId.next();
    private static final Money PRICE = new Money(BigDecimal.valueOf(5000), "XOF");
    private static final Actor PLATFORM = new Actor.Platform();

    private final SettableClock clock = new SettableClock();
    private final Instant end = Instant.parse("2026-12-20T10:00:00Z");
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final DeadlinesInMemory deadlines = new DeadlinesInMemory();
    private final List<Deadline> waiting = new ArrayList<>();
    private final Repository<Plan> plans = repository(Plan.class);
    private final Subscriptions subscriptions = new Subscriptions(repository(Subscription.class), clock);
    private final PlanCommands planCommands = new PlanCommands(plans, ClaimsInMemory.on(store));
    private final SubscriptionCommands commands = new SubscriptionCommands(
            subscriptions,
            planCommands,
            new Payments(repository(Payment.class), subscriptions),
            new Providers(List.of()),
            deadlines.deadlines(),
            clock,
            Duration.ofMinutes(15));
    private final Renewals renewals =
            new Renewals(subscriptions, planCommands, deadlines.deadlines(), DeadlinesInMemory.patience(clock), clock);

    @BeforeEach
    void ada_subscribes() {
        Stream.of(commands, renewals)
                .map(AnnotationEventHandlerAdapter::new)
                .forEach(reaction -> store.subscribe(events -> events.forEach(event -> react(reaction, event))));
        does(() -> plans.newInstance(() -> new Plan(new PlanOffered(
                PLAN, "Grande place", PRICE, Period.ofMonths(1), new PlanFeatures(3, new BigDecimal("0.02"))))));
        pays(Period.ofMonths(1));
    }

    @Test
    void seven_days_before_the_end_the_next_period_is_offered() {
        pass(Duration.ofDays(23).minusSeconds(1));
        assertThat(history()).doesNotContain(new RenewalOffered(SUBSCRIPTION, end));
        assertThat(told()).isEmpty();

        pass(Duration.ofSeconds(1));

        assertThat(history()).containsOnlyOnce(new RenewalOffered(SUBSCRIPTION, end));
        assertThat(told()).hasValueSatisfying(news -> {
            assertThat(news.subscriber()).isEqualTo(ADA);
            assertThat(news.plan().name()).isEqualTo("Grande place");
            assertThat(news.plan().price()).isEqualTo(PRICE);
            assertThat(news.stillOffered()).isTrue();
            assertThat(news.status()).isEqualTo(SubscriptionStatus.ACTIVE);
            assertThat(news.endsAt()).isEqualTo(end);
        });
    }

    @Test
    void who_has_not_paid_by_the_end_hears_of_the_days_of_grace() {
        pass(Duration.ofDays(30));

        assertThat(told()).hasValueSatisfying(news -> {
            assertThat(news.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
            assertThat(news.endsAt()).isEqualTo(end);
            assertThat(news.payableUntil()).isEqualTo(end.plus(Duration.ofDays(7)));
        });
        pass(Duration.ofDays(7));
        assertThat(told()).isEmpty();
    }

    @Test
    void who_pays_in_time_hears_of_it_once_in_each_period() {
        pass(Duration.ofDays(23));
        pays(Period.ofMonths(1));
        assertThat(told()).isEmpty();

        pass(Duration.ofDays(30));
        assertThat(told()).isEmpty();
        pass(Duration.ofDays(1));

        var nextEnd = Instant.parse("2027-01-20T10:00:00Z");
        assertThat(told()).map(RenewalDue::endsAt).hasValue(nextEnd);
        assertThat(history())
                .filteredOn(RenewalOffered.class::isInstance)
                .containsExactly(new RenewalOffered(SUBSCRIPTION, end), new RenewalOffered(SUBSCRIPTION, nextEnd));
    }

    @Test
    void who_has_cancelled_hears_nothing() {
        changes(Subscription::cancel);

        pass(Duration.ofDays(23));
        assertThat(told()).isEmpty();
        pass(Duration.ofDays(7));
        assertThat(told()).isEmpty();
        assertThat(history()).noneMatch(RenewalOffered.class::isInstance);
    }

    @Test
    void who_cancels_after_the_offer_hears_no_more() {
        pass(Duration.ofDays(23));

        changes(Subscription::cancel);

        assertThat(told()).isEmpty();
    }

    @Test
    void a_plan_that_is_not_offered_any_more_is_said_to_be_so() {
        does(() -> {
            plans.load(PLAN.toString()).execute(Plan::withdraw);
            return true;
        });

        pass(Duration.ofDays(23));

        assertThat(told()).map(RenewalDue::stillOffered).hasValue(false);
    }

    @Test
    void what_is_shorter_than_seven_days_can_be_followed_up_at_once() {
        pass(Duration.ofDays(40));
        pays(Period.ofDays(3));

        pass(Duration.ZERO);

        assertThat(told()).map(RenewalDue::endsAt).hasValue(clock.instant().plus(Duration.ofDays(3)));
    }

    @Test
    void a_deadline_waits_for_its_cause_and_not_for_ever() {
        pass(Duration.ofDays(23));
        var since = clock.instant();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> told(version() + 1, since))
                .matches(refused -> refused.is(Common.UNAVAILABLE));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> does(() -> {
                    renewals.handle(new OfferRenewal(SUBSCRIPTION, end, version() + 1, since), PLATFORM);
                    return true;
                }))
                .matches(refused -> refused.is(Common.UNAVAILABLE));
        changes(Subscription::cancel);
        assertThat(told(version() + 1, since.minus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void only_the_platform_offers_and_tells() {
        var ada = new Actor.Account(ADA.value(), Ids.next(), true, Set.of());
        var now = clock.instant();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> renewals.handle(new OfferRenewal(SUBSCRIPTION, end, 0, now), ada));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> renewals.handle(new TellRenewal(SUBSCRIPTION, 0, now), ada));
    }

    private void pays(Period period) {
        var payment = PaymentId.next();
        does(() -> {
            subscriptions
                    .loadOrCreate(SUBSCRIPTION)
                    .execute(it -> it.request(SUBSCRIPTION, ADA, PLAN, period, payment, clock.instant()));
            return true;
        });
        changes(it -> it.paid(payment, clock.instant()));
    }

    private void changes(Consumer<Subscription> change) {
        does(() -> {
            subscriptions.load(SUBSCRIPTION).execute(change);
            return true;
        });
    }

    /** Time goes by, with all that becomes due in it. */
    private void pass(Duration time) {
        clock.pass(time);
        for (var due = due(); !due.isEmpty(); due = due()) {
            waiting.removeAll(due);
            due.stream().sorted(Comparator.comparing(Deadline::at)).forEach(deadline -> comes(deadline.command()));
        }
    }

    private List<Deadline> due() {
        waiting.addAll(deadlines.take());
        return waiting.stream()
                .filter(deadline -> !deadline.at().isAfter(clock.instant()))
                .toList();
    }

    private void comes(Object command) {
        does(() -> {
            switch (command) {
                case OfferRenewal offer -> renewals.handle(offer, PLATFORM);
                case EndPeriod period -> commands.handle(period, PLATFORM);
                case EndGrace grace -> commands.handle(grace, PLATFORM);
                default -> throw new IllegalArgumentException(command.toString());
            }
            return true;
        });
    }

    /** What Ada would be told now. */
    private Optional<RenewalDue> told() {
        return told(version(), clock.instant());
    }

    private Optional<RenewalDue> told(long version, Instant since) {
        return does(
                () -> Optional.ofNullable(renewals.handle(new TellRenewal(SUBSCRIPTION, version, since), PLATFORM)));
    }

    private long version() {
        return does(
                () -> Objects.requireNonNull(subscriptions.load(SUBSCRIPTION).version()));
    }

    private List<Object> history() {
        return engine.readEvents(null, false).<Object>map(Message::getPayload).toList();
    }

    private <T> Repository<T> repository(Class<T> type) {
        return EventSourcingRepository.builder(type).eventStore(store).build();
    }

    private static void react(AnnotationEventHandlerAdapter reaction, EventMessage<?> event) {
        try {
            reaction.handle(event);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T does(Callable<T> something) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("something"));
        var result = work.executeWithResult(something);
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(result.exceptionResult());
        }
        return result.getPayload();
    }
}
