package org.palabre.payments.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentRefusal;
import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionEvent;
import org.palabre.payments.SubscriptionEvent.CancellationOrdered;
import org.palabre.payments.SubscriptionEvent.NextPeriodPaid;
import org.palabre.payments.SubscriptionEvent.PeriodBegan;
import org.palabre.payments.SubscriptionEvent.PeriodRevoked;
import org.palabre.payments.SubscriptionEvent.RenewalOffered;
import org.palabre.payments.SubscriptionEvent.RenewalRequested;
import org.palabre.payments.SubscriptionEvent.SubscriptionCancelled;
import org.palabre.payments.SubscriptionEvent.SubscriptionExpired;
import org.palabre.payments.SubscriptionEvent.SubscriptionNotPaid;
import org.palabre.payments.SubscriptionEvent.SubscriptionPastDue;
import org.palabre.payments.SubscriptionEvent.SubscriptionRequested;
import org.palabre.payments.SubscriptionId;

class SubscriptionTest {

    private static final AccountId ADA = AccountId.next();
    private static final SubscriptionId SUBSCRIPTION = SubscriptionId.of(ADA);
    private static final PlanId SMALL = PlanId.next();
    private static final PlanId BIG = PlanId.next();
    private static final Period MONTH = Period.ofMonths(1);
    private static final PaymentId FIRST = PaymentId.next();
    private static final PaymentId SECOND = PaymentId.next();
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant END = Instant.parse("2026-02-28T10:00:00Z");
    private static final Instant NEXT_END = Instant.parse("2026-03-28T10:00:00Z");

    private static final SubscriptionEvent REQUESTED =
            new SubscriptionRequested(SUBSCRIPTION, ADA, SMALL, MONTH, FIRST);
    private static final SubscriptionEvent BEGAN = new PeriodBegan(SUBSCRIPTION, SMALL, FIRST, START, END);
    private static final SubscriptionEvent RENEWING = new RenewalRequested(SUBSCRIPTION, BIG, MONTH, SECOND);
    private static final SubscriptionEvent RENEWED = new NextPeriodPaid(SUBSCRIPTION, BIG, MONTH, SECOND);
    private static final SubscriptionEvent OFFERED = new RenewalOffered(SUBSCRIPTION, END);
    private static final SubscriptionEvent PAST_DUE = new SubscriptionPastDue(SUBSCRIPTION);
    private static final SubscriptionEvent CANCELLED = new SubscriptionCancelled(SUBSCRIPTION);
    private static final SubscriptionEvent EXPIRED = new SubscriptionExpired(SUBSCRIPTION);

    private final FixtureConfiguration<Subscription> subscription = new AggregateTestFixture<>(Subscription.class);

    /** Somebody does something with a subscription. */
    record Doing(@TargetAggregateIdentifier SubscriptionId subscriptionId, Consumer<Subscription> what) {}

    SubscriptionTest() {
        subscription.registerAnnotatedCommandHandler(new Object() {

            @CommandHandler
            void handle(Doing doing) {
                subscription
                        .getRepository()
                        .load(doing.subscriptionId().toString())
                        .execute(doing.what());
            }
        });
    }

    private TestExecutor<Subscription> given(SubscriptionEvent... events) {
        return subscription.given((Object[]) events);
    }

    private static Doing when(Consumer<Subscription> what) {
        return new Doing(SUBSCRIPTION, what);
    }

    private static Doing asked(Instant at) {
        return when(it -> it.request(SUBSCRIPTION, ADA, BIG, MONTH, SECOND, at));
    }

    private static Doing paid(PaymentId payment, Instant at, boolean taken) {
        return when(it -> assertThat(it.paid(payment, at)).isEqualTo(taken));
    }

    @Test
    void what_is_paid_runs_for_a_period_of_the_calendar() {
        given(REQUESTED).when(paid(FIRST, START, true)).expectEvents(BEGAN);
    }

    @Test
    void money_that_is_told_twice_buys_one_period() {
        given(REQUESTED, BEGAN).when(paid(FIRST, START, true)).expectNoEvents();
        given(REQUESTED, BEGAN, RENEWING, RENEWED)
                .when(paid(SECOND, START, true))
                .expectNoEvents();
    }

    @Test
    void money_that_was_not_asked_for_is_not_taken() {
        given(REQUESTED).when(paid(SECOND, START, false)).expectNoEvents();
        given(REQUESTED, CANCELLED).when(paid(FIRST, START, false)).expectNoEvents();
    }

    @Test
    void late_money_is_taken_all_the_same() {
        given(REQUESTED, new SubscriptionNotPaid(SUBSCRIPTION, FIRST))
                .when(paid(FIRST, START, true))
                .expectEvents(BEGAN);
    }

    @Test
    void one_is_paid_at_a_time() {
        given(REQUESTED).when(asked(START)).expectExceptionMessage(PaymentRefusal.ALREADY_SUBSCRIBED.code());
        given(REQUESTED, BEGAN, RENEWING)
                .when(asked(END))
                .expectExceptionMessage(PaymentRefusal.ALREADY_SUBSCRIBED.code());
        given(REQUESTED, BEGAN, RENEWING, RENEWED)
                .when(asked(END))
                .expectExceptionMessage(PaymentRefusal.ALREADY_SUBSCRIBED.code());
        given(REQUESTED, new SubscriptionNotPaid(SUBSCRIPTION, FIRST))
                .when(asked(START))
                .expectEvents(new SubscriptionRequested(SUBSCRIPTION, ADA, BIG, MONTH, SECOND));
    }

    @Test
    void the_next_period_can_be_paid_from_seven_days_before_the_end() {
        var opens = END.minus(Duration.ofDays(7));
        given(REQUESTED, BEGAN)
                .when(asked(opens.minusSeconds(1)))
                .expectExceptionMessage(PaymentRefusal.ALREADY_SUBSCRIBED.code());
        given(REQUESTED, BEGAN).when(asked(opens)).expectEvents(RENEWING);
        given(REQUESTED, BEGAN, PAST_DUE).when(asked(END.plusSeconds(1))).expectEvents(RENEWING);
    }

    @Test
    void another_plan_begins_when_the_period_has_ended() {
        given(REQUESTED, BEGAN, RENEWING)
                .when(paid(SECOND, END.minusSeconds(1), true))
                .expectEvents(RENEWED);
        given(REQUESTED, BEGAN, RENEWING, RENEWED)
                .when(when(it -> it.endPeriod(END)))
                .expectEvents(new PeriodBegan(SUBSCRIPTION, BIG, SECOND, END, NEXT_END));
    }

    @Test
    void days_of_grace_are_part_of_the_period_that_is_paid_then() {
        given(REQUESTED, BEGAN, PAST_DUE, RENEWING)
                .when(paid(SECOND, END.plus(Duration.ofDays(3)), true))
                .expectEvents(new PeriodBegan(SUBSCRIPTION, BIG, SECOND, END, NEXT_END));
    }

    @Test
    void a_period_that_would_be_over_already_begins_now() {
        var day = Period.ofDays(1);
        var now = END.plus(Duration.ofDays(3));
        given(REQUESTED, BEGAN, PAST_DUE, new RenewalRequested(SUBSCRIPTION, BIG, day, SECOND))
                .when(paid(SECOND, now, true))
                .expectEvents(new PeriodBegan(SUBSCRIPTION, BIG, SECOND, now, now.plus(Duration.ofDays(1))));
    }

    @Test
    void a_period_that_nobody_follows_up_is_past_due_and_then_expired() {
        given(REQUESTED, BEGAN).when(when(it -> it.endPeriod(END))).expectEvents(PAST_DUE);
        given(REQUESTED, BEGAN, PAST_DUE).when(when(it -> it.endGrace(END))).expectEvents(EXPIRED);
        given(REQUESTED, BEGAN, PAST_DUE, EXPIRED)
                .when(when(it -> {
                    it.endPeriod(END);
                    it.endGrace(END);
                }))
                .expectNoEvents();
    }

    @Test
    void the_next_period_is_offered_once() {
        given(REQUESTED, BEGAN).when(when(it -> it.offerRenewal(END))).expectEvents(OFFERED);
        given(REQUESTED, BEGAN, OFFERED).when(when(it -> it.offerRenewal(END))).expectNoEvents();
        given(REQUESTED, BEGAN, OFFERED, PAST_DUE)
                .when(when(it -> it.offerRenewal(END)))
                .expectNoEvents();
    }

    @Test
    void each_period_has_an_offer_of_its_own() {
        var second = new PeriodBegan(SUBSCRIPTION, BIG, SECOND, END, NEXT_END);
        given(REQUESTED, BEGAN, OFFERED, RENEWING, RENEWED, second)
                .when(when(it -> {
                    it.offerRenewal(END);
                    assertThat(it.renewalIsDue()).isFalse();
                    it.offerRenewal(NEXT_END);
                    assertThat(it.renewalIsDue()).isTrue();
                }))
                .expectEvents(new RenewalOffered(SUBSCRIPTION, NEXT_END));
    }

    @Test
    void nobody_is_offered_what_is_paid_or_not_wanted() {
        for (var after : List.of(
                List.of(REQUESTED, BEGAN, RENEWING, RENEWED),
                List.of(REQUESTED, BEGAN, new CancellationOrdered(SUBSCRIPTION)),
                List.of(REQUESTED, BEGAN, new PeriodRevoked(SUBSCRIPTION, FIRST)))) {
            given(after.toArray(SubscriptionEvent[]::new))
                    .when(when(it -> it.offerRenewal(END)))
                    .expectNoEvents();
        }
    }

    @Test
    void a_renewal_is_due_until_it_is_paid_or_cancelled_or_too_late() {
        due(false, REQUESTED);
        due(false, REQUESTED, BEGAN);
        due(true, REQUESTED, BEGAN, OFFERED);
        due(true, REQUESTED, BEGAN, OFFERED, RENEWING);
        due(false, REQUESTED, BEGAN, OFFERED, RENEWING, RENEWED);
        due(false, REQUESTED, BEGAN, OFFERED, new CancellationOrdered(SUBSCRIPTION));
        due(true, REQUESTED, BEGAN, OFFERED, PAST_DUE);
        due(false, REQUESTED, BEGAN, OFFERED, PAST_DUE, CANCELLED);
        due(false, REQUESTED, BEGAN, OFFERED, PAST_DUE, EXPIRED);
    }

    private void due(boolean expected, SubscriptionEvent... events) {
        given(events)
                .when(when(it -> assertThat(it.renewalIsDue()).isEqualTo(expected)))
                .expectNoEvents();
    }

    @Test
    void a_deadline_of_an_earlier_period_says_nothing_of_this_one() {
        given(REQUESTED, BEGAN, RENEWING, RENEWED, new PeriodBegan(SUBSCRIPTION, BIG, SECOND, END, NEXT_END))
                .when(when(it -> {
                    it.endPeriod(END);
                    it.endGrace(END);
                }))
                .expectNoEvents();
    }

    @Test
    void who_cancels_keeps_what_is_paid() {
        var ordered = new CancellationOrdered(SUBSCRIPTION);
        given(REQUESTED, BEGAN).when(when(Subscription::cancel)).expectEvents(ordered);
        given(REQUESTED, BEGAN, ordered).when(when(Subscription::cancel)).expectNoEvents();
        given(REQUESTED, BEGAN, ordered).when(when(it -> it.endPeriod(END))).expectEvents(CANCELLED);
        given(REQUESTED, BEGAN, PAST_DUE).when(when(Subscription::cancel)).expectEvents(CANCELLED);
        given(REQUESTED).when(when(Subscription::cancel)).expectEvents(CANCELLED);
    }

    @Test
    void money_that_goes_back_takes_its_period_along() {
        given(REQUESTED, BEGAN)
                .when(when(it -> it.revoke(FIRST, START)))
                .expectEvents(new PeriodRevoked(SUBSCRIPTION, FIRST));
        given(REQUESTED, BEGAN, RENEWING, RENEWED)
                .when(when(it -> it.revoke(SECOND, START)))
                .expectEvents(new PeriodRevoked(SUBSCRIPTION, SECOND));
        given(REQUESTED, BEGAN, new PeriodRevoked(SUBSCRIPTION, FIRST))
                .when(when(it -> it.revoke(FIRST, START)))
                .expectNoEvents();
    }

    @Test
    void the_next_period_begins_at_once_when_the_running_one_is_taken_away() {
        given(REQUESTED, BEGAN, RENEWING, RENEWED)
                .when(when(it -> it.revoke(FIRST, START)))
                .expectEvents(
                        new PeriodRevoked(SUBSCRIPTION, FIRST), new PeriodBegan(SUBSCRIPTION, BIG, SECOND, START, END));
    }
}
