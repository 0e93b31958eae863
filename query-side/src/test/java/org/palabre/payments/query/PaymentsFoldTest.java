package org.palabre.payments.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.palabre.payments.query.PaymentsOnPostgres.COMMISSION_WITHOUT_PLAN;
import static org.palabre.payments.query.PaymentsOnPostgres.NINE;
import static org.palabre.payments.query.PaymentsOnPostgres.francs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentEvent.AttemptBegan;
import org.palabre.payments.PaymentEvent.AttemptDropped;
import org.palabre.payments.PaymentEvent.HelpNeeded;
import org.palabre.payments.PaymentEvent.PaymentExpired;
import org.palabre.payments.PaymentEvent.PaymentFailed;
import org.palabre.payments.PaymentEvent.PaymentRefunded;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentEvent.PaymentSubmitted;
import org.palabre.payments.PaymentEvent.PaymentSucceeded;
import org.palabre.payments.PaymentEvent.RefundBegan;
import org.palabre.payments.PaymentEvent.ReturnOrdered;
import org.palabre.payments.PaymentEvent.TroubleSettled;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PaymentQuery.FindAllPayments;
import org.palabre.payments.PaymentQuery.FindPayment;
import org.palabre.payments.PaymentQuery.FindPaymentStandings;
import org.palabre.payments.PaymentQuery.FindPayments;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.PaymentTrouble;
import org.palabre.payments.PlanEvent.PlanChanged;
import org.palabre.payments.PlanEvent.PlanOffered;
import org.palabre.payments.PlanEvent.PlanWithdrawn;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.payments.Provider;
import org.palabre.payments.SubscriptionEvent.CancellationOrdered;
import org.palabre.payments.SubscriptionEvent.NextPeriodPaid;
import org.palabre.payments.SubscriptionEvent.PeriodBegan;
import org.palabre.payments.SubscriptionEvent.PeriodRevoked;
import org.palabre.payments.SubscriptionEvent.RenewalRequested;
import org.palabre.payments.SubscriptionEvent.SubscriptionCancelled;
import org.palabre.payments.SubscriptionEvent.SubscriptionExpired;
import org.palabre.payments.SubscriptionEvent.SubscriptionNotPaid;
import org.palabre.payments.SubscriptionEvent.SubscriptionPastDue;
import org.palabre.payments.SubscriptionEvent.SubscriptionRequested;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionQuery.FindPlan;
import org.palabre.payments.SubscriptionQuery.FindPlanTerms;
import org.palabre.payments.SubscriptionQuery.FindPlans;
import org.palabre.payments.SubscriptionQuery.PlanTerms;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.shared.Page;
import org.palabre.shared.Personal;

class PaymentsFoldTest {

    private static final PaymentId FIRST = PaymentId.next();
    private static final PaymentId SECOND = PaymentId.next();
    private static final AccountId ADA = AccountId.next();
    private static final AccountId BOB = AccountId.next();
    private static final UUID ORDER = UUID.randomUUID();
    private static final SubscriptionId ADAS = SubscriptionId.of(ADA);
    private static final PlanId SMALL = PlanId.next();
    private static final PlanId GREAT = PlanId.next();
    private static final Period MONTH = Period.ofMonths(1);
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant IN_A_MONTH = NINE.plus(Duration.ofDays(30));
    private static final Instant IN_TWO_MONTHS = NINE.plus(Duration.ofDays(60));
    private static final Page.Request ALL = new Page.Request(1, 100);

    @AutoClose
    private final PaymentsOnPostgres world = new PaymentsOnPostgres();

    @Test
    void a_payment_is_shown_as_its_events_made_it() throws Exception {
        world.happens(requested(FIRST, ADA), new AttemptBegan(FIRST, 1), submitted(null))
                .happensAt(TEN, succeeded())
                .shown();

        assertThat(world.payment(FIRST, ADA))
                .isEqualTo(new PaymentView(
                        FIRST,
                        PaymentPurpose.ORDER,
                        Provider.ORANGE_MONEY,
                        francs(5000),
                        PaymentStatus.SUCCEEDED,
                        FIRST.reference(1).toString(),
                        null,
                        NINE,
                        TEN,
                        3));
        assertThat(world.payments.handle(new FindPayment(FIRST, BOB))).isEmpty();
    }

    @Test
    void each_end_of_a_payment_has_its_name() throws Exception {
        world.happens(
                        requested(FIRST, ADA),
                        new PaymentFailed(FIRST, PaymentPurpose.ORDER, ORDER, PaymentFailure.INSUFFICIENT_FUNDS),
                        requested(SECOND, ADA),
                        new PaymentExpired(SECOND, PaymentPurpose.ORDER, ORDER))
                .shown();

        assertThat(world.payment(FIRST, ADA).status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(world.payment(FIRST, ADA).failure()).isEqualTo(PaymentFailure.INSUFFICIENT_FUNDS);
        assertThat(world.payment(SECOND, ADA).status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(world.payment(SECOND, ADA).failure()).isNull();
    }

    @Test
    void the_provider_knows_it_by_the_reference_of_its_last_attempt() throws Exception {
        world.happens(requested(FIRST, ADA)).shown();
        assertThat(world.payment(FIRST, ADA).reference())
                .isEqualTo(FIRST.reference(1).toString());

        world.happens(new AttemptBegan(FIRST, 1), new AttemptDropped(FIRST, 1), new AttemptBegan(FIRST, 2))
                .shown();
        assertThat(world.payment(FIRST, ADA).reference())
                .isEqualTo(FIRST.reference(2).toString());
    }

    @Test
    void late_money_is_there_until_it_went_back() throws Exception {
        world.happens(
                        requested(FIRST, ADA),
                        new PaymentExpired(FIRST, PaymentPurpose.ORDER, ORDER),
                        new ReturnOrdered(FIRST))
                .happensAt(TEN, succeeded(), new RefundBegan(FIRST, PaymentPurpose.ORDER, ORDER))
                .shown();
        assertThat(world.payment(FIRST, ADA).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(world.payment(FIRST, ADA).settledAt()).isEqualTo(TEN);

        world.happens(new PaymentRefunded(FIRST)).shown();
        assertThat(world.payment(FIRST, ADA).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void a_payment_that_needs_a_person_says_so_until_it_is_settled() throws Exception {
        world.happens(requested(FIRST, ADA), new HelpNeeded(FIRST, PaymentTrouble.ANSWER_LOST))
                .shown();
        assertThat(world.payment(FIRST, ADA).failure()).isEqualTo(PaymentFailure.PROVIDER_ERROR);
        assertThat(world.payment(FIRST, ADA).status()).isEqualTo(PaymentStatus.PENDING);

        world.happens(new PaymentExpired(FIRST, PaymentPurpose.ORDER, ORDER)).shown();
        assertThat(world.payment(FIRST, ADA).failure()).isEqualTo(PaymentFailure.PROVIDER_ERROR);

        world.happens(succeeded()).shown();
        assertThat(world.payment(FIRST, ADA).failure()).isNull();
    }

    @Test
    void admins_find_what_needs_a_person_and_why_until_it_is_settled() throws Exception {
        world.happens(requested(FIRST, ADA), requested(SECOND, BOB))
                .happens(new HelpNeeded(FIRST, PaymentTrouble.ANSWER_LOST))
                .happens(new HelpNeeded(FIRST, PaymentTrouble.OTHER_AMOUNT))
                .shown();
        assertThat(needHelp(true)).containsExactly(entry(FIRST, PaymentTrouble.OTHER_AMOUNT));
        assertThat(needHelp(false)).containsOnlyKeys(SECOND);

        world.happens(new PaymentExpired(FIRST, PaymentPurpose.ORDER, ORDER)).shown();
        assertThat(needHelp(true)).containsOnlyKeys(FIRST);

        world.happens(succeeded()).shown();
        assertThat(needHelp(true)).isEmpty();

        world.happens(new RefundBegan(FIRST, PaymentPurpose.ORDER, ORDER))
                .happens(new HelpNeeded(FIRST, PaymentTrouble.NO_REFUND))
                .shown();
        assertThat(needHelp(true)).containsExactly(entry(FIRST, PaymentTrouble.NO_REFUND));

        world.happens(new PaymentRefunded(FIRST)).shown();
        assertThat(needHelp(true)).isEmpty();
        assertThat(needHelp(false)).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void money_after_a_failure_needs_a_person() throws Exception {
        world.happens(requested(FIRST, ADA), new HelpNeeded(FIRST, PaymentTrouble.ANSWER_LOST))
                .happens(new PaymentFailed(FIRST, PaymentPurpose.ORDER, ORDER, PaymentFailure.REFUSED))
                .shown();
        assertThat(needHelp(true)).isEmpty();

        world.happens(new HelpNeeded(FIRST, PaymentTrouble.PAID_AFTER_FAILURE)).shown();
        assertThat(needHelp(true)).containsExactly(entry(FIRST, PaymentTrouble.PAID_AFTER_FAILURE));

        world.happens(new TroubleSettled(FIRST, PaymentTrouble.PAID_AFTER_FAILURE))
                .shown();
        assertThat(needHelp(true)).isEmpty();
        assertThat(world.payment(FIRST, ADA).status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void payments_are_listed_newest_first_and_by_what_is_asked_of_them() throws Exception {
        world.happens(requested(FIRST, ADA))
                .happensAt(TEN, requested(SECOND, BOB))
                .happens(succeeded())
                .shown();

        assertThat(all(Optional.empty(), Optional.empty(), Optional.empty())).containsExactly(SECOND, FIRST);
        assertThat(all(Optional.of(PaymentStatus.SUCCEEDED), Optional.empty(), Optional.empty()))
                .containsExactly(FIRST);
        assertThat(all(Optional.empty(), Optional.of(Provider.SANDBOX), Optional.empty()))
                .isEmpty();
        assertThat(all(Optional.empty(), Optional.empty(), Optional.of(PaymentPurpose.ORDER)))
                .hasSize(2);
        assertThat(world.payments
                        .handle(new FindPayments(BOB, Optional.empty(), ALL))
                        .rows())
                .extracting(PaymentView::id)
                .containsExactly(SECOND);
        assertThat(world.payments
                        .handle(new FindPayments(BOB, Optional.of(PaymentStatus.SUCCEEDED), ALL))
                        .count())
                .isZero();
    }

    @Test
    void an_erased_payer_s_payments_stay_and_where_they_went_to_pay_does_not() throws Exception {
        world.happens(requested(FIRST, ADA), new AttemptBegan(FIRST, 1), submitted("https://pay.example/first"))
                .shown();
        assertThat(world.standing(FIRST).redirectUrl()).isEqualTo("https://pay.example/first");

        world.happens(new AccountErased(ADA)).shown();
        assertThat(world.standing(FIRST)).isEqualTo(new PaymentStanding(FIRST, PaymentStatus.PENDING, null));
        assertThat(all(Optional.empty(), Optional.empty(), Optional.empty())).containsExactly(FIRST);
        assertThat(world.payments
                        .handle(new FindPaymentStandings(List.of(FIRST, SECOND)))
                        .payments())
                .hasSize(1);
    }

    @Test
    void plans_are_offered_cheapest_first_until_they_are_withdrawn() throws Exception {
        world.happens(
                        offered(GREAT, "Grande", 20_000, null),
                        offered(SMALL, "Petite", 5000, 3),
                        new PlanChanged(SMALL, "Minime", francs(4000), Period.ofDays(14), features(1, "0.03")))
                .shown();
        assertThat(plans())
                .containsExactly(
                        new PlanView(SMALL, "Minime", francs(4000), Period.ofDays(14), features(1, "0.03"), 1),
                        new PlanView(GREAT, "Grande", francs(20_000), MONTH, features(null, "0.02"), 0));

        world.happens(new PlanWithdrawn(SMALL)).shown();
        assertThat(plans()).extracting(PlanView::id).containsExactly(GREAT);
        assertThat(world.subscriptions.handle(new FindPlan(SMALL))).isEmpty();
        assertThat(world.subscriptions.handle(new FindPlan(GREAT))).isPresent();
    }

    @Test
    void a_subscription_runs_from_period_to_period() throws Exception {
        adaSubscribes().shown();
        var asked = world.subscription(ADA).orElseThrow();
        assertThat(asked.status()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(asked.currentPeriodEnd()).isNull();
        assertThat(asked.payment().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(terms()).isEqualTo(new PlanTerms(COMMISSION_WITHOUT_PLAN, null, null));

        world.happens(succeeded(), began(SMALL, FIRST, NINE, IN_A_MONTH)).shown();
        var running = world.subscription(ADA).orElseThrow();
        assertThat(running.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(running.currentPeriodStart()).isEqualTo(NINE);
        assertThat(running.currentPeriodEnd()).isEqualTo(IN_A_MONTH);
        assertThat(running.payment().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(terms()).isEqualTo(new PlanTerms(new BigDecimal("0.02"), 3, NINE));

        world.happens(
                        offered(GREAT, "Grande", 20_000, null),
                        requested(SECOND, ADA),
                        new CancellationOrdered(ADAS),
                        new RenewalRequested(ADAS, GREAT, MONTH, SECOND),
                        new NextPeriodPaid(ADAS, GREAT, MONTH, SECOND))
                .shown();
        var paidAhead = world.subscription(ADA).orElseThrow();
        assertThat(paidAhead.plan().id()).isEqualTo(SMALL);
        assertThat(paidAhead.payment().id()).isEqualTo(SECOND);
        assertThat(paidAhead.cancelAtPeriodEnd()).isFalse();

        world.happens(new CancellationOrdered(ADAS), began(GREAT, SECOND, IN_A_MONTH, IN_TWO_MONTHS))
                .shown();
        var next = world.subscription(ADA).orElseThrow();
        assertThat(next.plan().id()).isEqualTo(GREAT);
        assertThat(next.currentPeriodEnd()).isEqualTo(IN_TWO_MONTHS);
        assertThat(next.cancelAtPeriodEnd()).isTrue();
        assertThat(next.version()).isEqualTo(6);
    }

    @Test
    void each_end_of_a_subscription_has_its_name() throws Exception {
        adaSubscribes()
                .happens(began(SMALL, FIRST, NINE, IN_A_MONTH), new SubscriptionPastDue(ADAS))
                .shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(terms().commission()).isEqualTo("0.02");

        world.happens(new SubscriptionNotPaid(ADAS, SECOND)).shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.PAST_DUE);

        world.happens(new SubscriptionExpired(ADAS)).shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.EXPIRED);
        assertThat(terms().commission()).isEqualTo(COMMISSION_WITHOUT_PLAN);

        world.happens(new SubscriptionRequested(ADAS, ADA, SMALL, MONTH, FIRST)).shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.PENDING);
        world.happens(new SubscriptionNotPaid(ADAS, FIRST)).shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.EXPIRED);

        world.happens(began(SMALL, FIRST, NINE, IN_A_MONTH), new SubscriptionCancelled(ADAS))
                .shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.CANCELLED);
    }

    @Test
    void with_the_money_of_a_period_goes_that_period_and_no_other() throws Exception {
        adaSubscribes()
                .happens(
                        began(SMALL, FIRST, NINE, IN_A_MONTH),
                        new NextPeriodPaid(ADAS, SMALL, MONTH, SECOND),
                        new PeriodRevoked(ADAS, SECOND))
                .shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.ACTIVE);

        world.happensAt(TEN, new PeriodRevoked(ADAS, FIRST)).shown();
        assertThat(status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(world.subscription(ADA).orElseThrow().currentPeriodEnd()).isEqualTo(TEN);
    }

    @Test
    void an_erased_account_takes_its_subscription_along_whatever_becomes_of_it() throws Exception {
        adaSubscribes()
                .happens(new AccountErased(ADA), began(SMALL, FIRST, NINE, IN_A_MONTH), new SubscriptionExpired(ADAS))
                .shown();

        assertThat(world.subscription(ADA)).isEmpty();
        assertThat(terms().commission()).isEqualTo(COMMISSION_WITHOUT_PLAN);
    }

    private PaymentsOnPostgres adaSubscribes() {
        return world.happens(
                offered(SMALL, "Petite", 5000, 3),
                requested(FIRST, ADA),
                new SubscriptionRequested(ADAS, ADA, SMALL, MONTH, FIRST));
    }

    private static PaymentRequested requested(PaymentId id, AccountId payer) {
        return new PaymentRequested(
                id,
                payer,
                PaymentPurpose.ORDER,
                ORDER,
                francs(5000),
                Provider.ORANGE_MONEY,
                Personal.of(payer.value(), "+2250707070707"),
                NINE.plus(Duration.ofMinutes(15)));
    }

    private static PaymentSubmitted submitted(@Nullable String redirectUrl) {
        return new PaymentSubmitted(FIRST, 1, redirectUrl == null ? null : Personal.of(ADA.value(), redirectUrl));
    }

    private static PaymentSucceeded succeeded() {
        return new PaymentSucceeded(FIRST, PaymentPurpose.ORDER, ORDER);
    }

    private static PlanOffered offered(PlanId id, String name, int price, @Nullable Integer gatherings) {
        return new PlanOffered(id, name, francs(price), MONTH, features(gatherings, "0.02"));
    }

    private static PlanFeatures features(@Nullable Integer gatherings, String commission) {
        return new PlanFeatures(gatherings, new BigDecimal(commission));
    }

    private static PeriodBegan began(PlanId plan, PaymentId payment, Instant startsAt, Instant endsAt) {
        return new PeriodBegan(ADAS, plan, payment, startsAt, endsAt);
    }

    private List<PlanView> plans() {
        return world.subscriptions.handle(new FindPlans(ALL)).rows();
    }

    private PlanTerms terms() {
        return world.subscriptions.handle(new FindPlanTerms(ADA));
    }

    private SubscriptionStatus status() {
        return world.subscription(ADA).orElseThrow().status();
    }

    private List<PaymentId> all(
            Optional<PaymentStatus> status, Optional<Provider> provider, Optional<PaymentPurpose> purpose) {
        var page = world.payments.handle(new FindAllPayments(status, provider, purpose, Optional.empty(), ALL));
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(each -> each.payment().id()).toList();
    }

    /** The troubles of the payments that need a person, or that do not. */
    private Map<PaymentId, @Nullable PaymentTrouble> needHelp(boolean needed) {
        var query = new FindAllPayments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(needed), ALL);
        var page = world.payments.handle(query);
        assertThat(page.count()).isEqualTo(page.rows().size());
        var troubles = new HashMap<PaymentId, @Nullable PaymentTrouble>();
        page.rows().forEach(each -> troubles.put(each.payment().id(), each.trouble()));
        return troubles;
    }
}
