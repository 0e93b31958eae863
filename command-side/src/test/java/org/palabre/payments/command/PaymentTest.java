package org.palabre.payments.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.payments.MoneyReturned;
import org.palabre.payments.PaymentEvent;
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
import org.palabre.payments.PaymentRefusal;
import org.palabre.payments.PaymentTrouble;
import org.palabre.payments.Provider;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.command.providers.MobileMoney.IfLost;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;

class PaymentTest {

    private static final PaymentId PAYMENT = PaymentId.next();
    private static final AccountId ADA = AccountId.next();
    private static final UUID ORDER = UUID.randomUUID();
    private static final Instant SOON = Instant.now().plus(Duration.ofMinutes(11));
    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

    private static final PaymentEvent REQUESTED = requested(Personal.of(ADA.value(), "+2250707070707"));
    private static final PaymentEvent BEGAN = new AttemptBegan(PAYMENT, 1);
    private static final PaymentEvent TAKEN = new PaymentSubmitted(PAYMENT, 1, null);
    private static final PaymentEvent SUCCEEDED = new PaymentSucceeded(PAYMENT, PaymentPurpose.ORDER, ORDER);
    private static final PaymentEvent FAILED =
            new PaymentFailed(PAYMENT, PaymentPurpose.ORDER, ORDER, PaymentFailure.INSUFFICIENT_FUNDS);
    private static final PaymentEvent EXPIRED = new PaymentExpired(PAYMENT, PaymentPurpose.ORDER, ORDER);
    private static final PaymentEvent RETURNING = new RefundBegan(PAYMENT, PaymentPurpose.ORDER, ORDER);

    private final FixtureConfiguration<Payment> payment = new AggregateTestFixture<>(Payment.class);

    /** Somebody does something with a payment. */
    record Doing(
            @org.axonframework.modelling.command.TargetAggregateIdentifier
            PaymentId paymentId,

            Consumer<Payment> what) {}

    PaymentTest() {
        payment.registerAnnotatedCommandHandler(new Object() {

            @org.axonframework.commandhandling.CommandHandler
            void handle(Doing doing) {
                payment.getRepository().load(doing.paymentId().toString()).execute(doing.what());
            }
        });
    }

    private TestExecutor<Payment> given(PaymentEvent... events) {
        return payment.given((Object[]) events);
    }

    private static Doing when(Consumer<Payment> what) {
        return new Doing(PAYMENT, what);
    }

    @Test
    void that_the_provider_is_about_to_be_asked_is_stored_first() {
        given(REQUESTED)
                .when(when(it -> {
                    var charge = it.submit(IfLost.SAY_AGAIN, Instant.now()).orElseThrow();
                    assertThat(charge.reference()).isEqualTo(PAYMENT.reference(1));
                    assertThat(charge.reference().version()).isEqualTo(4);
                    assertThat(charge.toString()).doesNotContain("0707");
                }))
                .expectEvents(BEGAN);
    }

    @Test
    void what_got_lost_is_said_again_with_the_same_reference_where_that_is_safe() {
        given(REQUESTED, BEGAN)
                .when(when(it -> assertThat(it.submit(IfLost.SAY_AGAIN, Instant.now())
                                .orElseThrow()
                                .attempt())
                        .isEqualTo(1)))
                .expectNoEvents();
    }

    @Test
    void what_got_lost_is_left_to_a_person_where_the_money_could_be_taken_twice() {
        given(REQUESTED, BEGAN)
                .when(when(it -> assertThat(it.submit(IfLost.ASK_A_PERSON, Instant.now()))
                        .isEmpty()))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.ANSWER_LOST));
    }

    @Test
    void what_got_lost_is_begun_anew_once_nobody_can_pay_by_it() {
        given(REQUESTED, BEGAN)
                .when(when(it -> {
                    var charge = it.submit(IfLost.BEGIN_ANEW, SOON).orElseThrow();
                    assertThat(charge.reference()).isEqualTo(PAYMENT.reference(2));
                }))
                .expectEvents(new AttemptDropped(PAYMENT, 1), new AttemptBegan(PAYMENT, 2));
    }

    @Test
    void it_waits_as_long_as_somebody_could_pay_by_what_got_lost() {
        given(REQUESTED, BEGAN)
                .when(when(it -> it.submit(IfLost.BEGIN_ANEW, Instant.now())))
                .expectExceptionMessage("unavailable")
                .expectNoEvents();
    }

    @Test
    void what_never_left_is_tried_anew() {
        given(REQUESTED, BEGAN).when(when(it -> it.notSent(1))).expectEvents(new AttemptDropped(PAYMENT, 1));
        given(REQUESTED, BEGAN, new AttemptDropped(PAYMENT, 1))
                .when(when(it -> it.submit(IfLost.ASK_A_PERSON, Instant.now()).orElseThrow()))
                .expectEvents(new AttemptBegan(PAYMENT, 2));
    }

    @Test
    void what_was_taken_or_is_over_is_not_submitted_again() {
        for (var over : new PaymentEvent[] {TAKEN, FAILED, EXPIRED, SUCCEEDED}) {
            given(REQUESTED, BEGAN, over)
                    .when(when(
                            it -> assertThat(it.submit(IfLost.SAY_AGAIN, LATER)).isEmpty()))
                    .expectNoEvents();
        }
    }

    @Test
    void nobody_is_asked_for_what_is_not_wanted_any_more() {
        for (var ifLost : IfLost.values()) {
            given(REQUESTED)
                    .when(when(it -> assertThat(it.submit(ifLost, LATER)).isEmpty()))
                    .expectNoEvents();
            given(REQUESTED, new ReturnOrdered(PAYMENT))
                    .when(when(it -> assertThat(it.submit(ifLost, SOON)).isEmpty()))
                    .expectNoEvents();
        }
        for (var ifLost : new IfLost[] {IfLost.SAY_AGAIN, IfLost.BEGIN_ANEW}) {
            given(REQUESTED, BEGAN)
                    .when(when(it -> assertThat(it.submit(ifLost, LATER)).isEmpty()))
                    .expectNoEvents();
        }
    }

    @Test
    void a_person_looks_for_what_got_lost_also_when_the_purchase_waits_no_more() {
        given(REQUESTED, BEGAN, EXPIRED)
                .when(when(it -> it.submit(IfLost.ASK_A_PERSON, LATER)))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.ANSWER_LOST));
        given(REQUESTED, BEGAN, EXPIRED, new HelpNeeded(PAYMENT, PaymentTrouble.ANSWER_LOST))
                .when(when(it -> it.neverAnswered(IfLost.ASK_A_PERSON)))
                .expectNoEvents();
    }

    @Test
    void what_is_settled_needs_no_answer() {
        for (var over : new PaymentEvent[] {FAILED, SUCCEEDED}) {
            given(REQUESTED, BEGAN, over)
                    .when(when(it -> it.neverAnswered(IfLost.SAY_AGAIN)))
                    .expectNoEvents();
        }
    }

    @Test
    void an_erased_person_is_asked_for_nothing() {
        given(requested(new Personal(ADA.value(), null)))
                .when(when(it -> it.submit(IfLost.SAY_AGAIN, Instant.now())))
                .expectEvents(new PaymentFailed(PAYMENT, PaymentPurpose.ORDER, ORDER, PaymentFailure.REFUSED));
    }

    @Test
    void an_erased_person_may_have_paid_by_what_got_lost() {
        var erased = requested(new Personal(ADA.value(), null));
        given(erased, BEGAN)
                .when(when(it -> assertThat(it.submit(IfLost.SAY_AGAIN, LATER)).isEmpty()))
                .expectNoEvents();
        given(erased, BEGAN)
                .when(when(it -> it.submit(IfLost.ASK_A_PERSON, LATER)))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.ANSWER_LOST));
        given(erased, BEGAN)
                .when(when(it -> it.submit(IfLost.BEGIN_ANEW, SOON)))
                .expectEvents(
                        new AttemptDropped(PAYMENT, 1),
                        new PaymentFailed(PAYMENT, PaymentPurpose.ORDER, ORDER, PaymentFailure.REFUSED));
        given(erased, BEGAN)
                .when(when(it -> assertThat(it.unsettled()).isPresent()))
                .expectNoEvents();
    }

    @Test
    void money_of_an_erased_person_goes_back() {
        for (var before : new PaymentEvent[] {TAKEN, EXPIRED}) {
            given(requested(new Personal(ADA.value(), null)), BEGAN, before)
                    .when(when(it -> it.paid(paid("5000", "XOF"))))
                    .expectEvents(SUCCEEDED, RETURNING);
        }
    }

    @Test
    void where_the_payer_goes_is_the_payer_s_alone() {
        given(REQUESTED, BEGAN)
                .when(when(it -> it.taken(1, "https://pay.example/abc")))
                .expectEvents(new PaymentSubmitted(PAYMENT, 1, Personal.of(ADA.value(), "https://pay.example/abc")));
    }

    @Test
    void money_is_believed_when_it_is_what_was_asked_for() {
        given(REQUESTED, BEGAN, TAKEN)
                .when(when(it -> it.paid(paid("5000", "XOF"))))
                .expectEvents(SUCCEEDED);
    }

    @Test
    void money_before_the_answer_to_the_request_is_money() {
        given(REQUESTED, BEGAN).when(when(it -> it.paid(paid("5000", "XOF")))).expectEvents(SUCCEEDED);
        given(REQUESTED, BEGAN, SUCCEEDED).when(when(it -> it.taken(1, null))).expectNoEvents();
    }

    @Test
    void late_money_is_money() {
        given(REQUESTED, BEGAN, TAKEN, EXPIRED)
                .when(when(it -> it.paid(paid("5000", "XOF"))))
                .expectEvents(SUCCEEDED);
    }

    @Test
    void money_that_is_told_twice_came_once() {
        given(REQUESTED, BEGAN, SUCCEEDED)
                .when(when(it -> it.paid(paid("5000", "XOF"))))
                .expectNoEvents();
    }

    @Test
    void other_money_is_left_to_a_person_and_told_once() {
        given(REQUESTED, BEGAN)
                .when(when(it -> it.paid(paid("500", "XOF"))))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.OTHER_AMOUNT));
        given(REQUESTED, BEGAN)
                .when(when(it -> it.paid(paid("5000", "EUR"))))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.OTHER_CURRENCY));
        given(REQUESTED, BEGAN)
                .when(when(it -> it.paid(new NotePaid(PAYMENT, 1, "of somebody else", new BigDecimal("5000"), "XOF"))))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.OTHER_REFERENCE));
        given(REQUESTED, BEGAN, new HelpNeeded(PAYMENT, PaymentTrouble.OTHER_AMOUNT))
                .when(when(it -> {
                    it.paid(paid("500", "XOF"));
                    assertThat(it.view().failure()).isEqualTo(PaymentFailure.PROVIDER_ERROR);
                }))
                .expectNoEvents();
    }

    @Test
    void money_after_a_refusal_is_left_to_a_person() {
        given(REQUESTED, BEGAN, FAILED)
                .when(when(it -> it.paid(paid("5000", "XOF"))))
                .expectEvents(new HelpNeeded(PAYMENT, PaymentTrouble.PAID_AFTER_FAILURE));
    }

    @Test
    void a_refusal_counts_while_it_is_waited_for() {
        given(REQUESTED, BEGAN, TAKEN)
                .when(when(it -> it.declined(1, PaymentFailure.INSUFFICIENT_FUNDS)))
                .expectEvents(FAILED);
        for (var over : new PaymentEvent[] {EXPIRED, SUCCEEDED, FAILED}) {
            given(REQUESTED, BEGAN, over)
                    .when(when(it -> it.declined(1, PaymentFailure.REFUSED)))
                    .expectNoEvents();
        }
    }

    @Test
    void a_refusal_of_an_attempt_that_was_dropped_says_nothing_of_the_next() {
        given(REQUESTED, BEGAN, new AttemptDropped(PAYMENT, 1), new AttemptBegan(PAYMENT, 2))
                .when(when(it -> it.declined(1, PaymentFailure.REFUSED)))
                .expectNoEvents();
    }

    @Test
    void it_expires_only_while_it_is_waited_for() {
        given(REQUESTED, BEGAN).when(when(Payment::expire)).expectEvents(EXPIRED);
        given(REQUESTED, BEGAN, SUCCEEDED).when(when(Payment::expire)).expectNoEvents();
        given(REQUESTED, BEGAN, FAILED).when(when(Payment::expire)).expectNoEvents();
    }

    @Test
    void money_is_looked_for_as_long_as_it_may_come() {
        given(REQUESTED).when(when(it -> assertThat(it.unsettled()).isEmpty())).expectNoEvents();
        given(REQUESTED, BEGAN)
                .when(when(it -> assertThat(it.unsettled()).isPresent()))
                .expectNoEvents();
        given(REQUESTED, BEGAN, EXPIRED)
                .when(when(it -> assertThat(it.unsettled()).isPresent()))
                .expectNoEvents();
        given(REQUESTED, BEGAN, FAILED)
                .when(when(it -> assertThat(it.unsettled()).isEmpty()))
                .expectNoEvents();
    }

    @Test
    void money_goes_back_once() {
        given(REQUESTED, BEGAN, SUCCEEDED).when(when(Payment::returnMoney)).expectEvents(RETURNING);
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING)
                .when(when(it -> {
                    it.returnMoney();
                    assertThat(it.owed()).isPresent();
                }))
                .expectNoEvents();
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING)
                .when(when(Payment::givenBack))
                .expectEvents(new PaymentRefunded(PAYMENT));
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING, new PaymentRefunded(PAYMENT))
                .when(when(it -> {
                    it.givenBack();
                    it.returnMoney();
                    assertThat(it.owed()).isEmpty();
                }))
                .expectNoEvents();
    }

    @Test
    void money_that_nobody_wants_any_more_goes_back_as_soon_as_it_comes() {
        given(REQUESTED, BEGAN).when(when(Payment::returnMoney)).expectEvents(new ReturnOrdered(PAYMENT));
        given(REQUESTED, BEGAN, EXPIRED, new ReturnOrdered(PAYMENT))
                .when(when(it -> {
                    it.returnMoney();
                    it.paid(paid("5000", "XOF"));
                }))
                .expectEvents(SUCCEEDED, RETURNING);
    }

    @Test
    void there_is_nothing_to_give_back_of_what_did_not_come() {
        given(REQUESTED, BEGAN, FAILED).when(when(Payment::returnMoney)).expectNoEvents();
        given(REQUESTED, BEGAN).when(when(Payment::refund)).expectException(Refused.class);
        given(REQUESTED, BEGAN, FAILED).when(when(Payment::refund)).expectException(Refused.class);
    }

    @Test
    void an_admin_gives_back_what_came_and_only_once() {
        given(REQUESTED, BEGAN, SUCCEEDED).when(when(Payment::refund)).expectEvents(RETURNING);
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING)
                .when(when(Payment::refund))
                .expectExceptionMessage(PaymentRefusal.NOT_REFUNDABLE.code());
    }

    @Test
    void the_payer_is_told_of_money_that_went_back_and_of_no_other() {
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING)
                .when(when(it -> assertThat(it.returned()).isEmpty()))
                .expectNoEvents();
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING, new PaymentRefunded(PAYMENT))
                .when(when(it -> assertThat(it.returned())
                        .hasValue(new MoneyReturned(
                                PAYMENT, ADA, new Money(new BigDecimal("5000"), "XOF"), PaymentPurpose.ORDER, ORDER))))
                .expectNoEvents();
    }

    @Test
    void what_the_provider_does_not_give_back_an_admin_does_by_hand() {
        var byHand = new HelpNeeded(PAYMENT, PaymentTrouble.NO_REFUND);
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING)
                .when(when(Payment::notGivenBack))
                .expectEvents(byHand);
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING, byHand)
                .when(when(it -> {
                    assertThat(it.owed()).isEmpty();
                    assertThat(it.view().failure()).isEqualTo(PaymentFailure.PROVIDER_ERROR);
                    it.confirmRefund();
                }))
                .expectEvents(new PaymentRefunded(PAYMENT));
    }

    @Test
    void to_ask_for_a_refund_twice_is_not_to_say_that_it_was_given() {
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING, new HelpNeeded(PAYMENT, PaymentTrouble.NO_REFUND))
                .when(when(Payment::refund))
                .expectExceptionMessage(PaymentRefusal.NOT_REFUNDABLE.code());
    }

    @Test
    void nobody_says_that_it_was_given_while_the_provider_may_give_it() {
        given(REQUESTED, BEGAN, SUCCEEDED)
                .when(when(Payment::confirmRefund))
                .expectExceptionMessage(PaymentRefusal.NOT_REFUNDABLE.code());
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING)
                .when(when(Payment::confirmRefund))
                .expectExceptionMessage(PaymentRefusal.NOT_REFUNDABLE.code());
    }

    @Test
    void what_was_settled_outside_an_admin_says_once() {
        var other = new HelpNeeded(PAYMENT, PaymentTrouble.OTHER_AMOUNT);
        var settled = new TroubleSettled(PAYMENT, PaymentTrouble.OTHER_AMOUNT);
        given(REQUESTED, BEGAN, other, EXPIRED)
                .when(when(it -> it.settle(PaymentTrouble.OTHER_AMOUNT)))
                .expectEvents(settled);
        given(REQUESTED, BEGAN, other, EXPIRED, settled)
                .when(when(it -> it.settle(PaymentTrouble.OTHER_AMOUNT)))
                .expectExceptionMessage(PaymentRefusal.NO_SUCH_TROUBLE.code());
        given(REQUESTED, BEGAN, other, EXPIRED, settled)
                .when(when(it -> it.paid(paid("500", "XOF"))))
                .expectNoEvents();
        given(REQUESTED, BEGAN, other, EXPIRED, settled)
                .when(when(it -> it.paid(paid("5000", "XOF"))))
                .expectEvents(SUCCEEDED);
    }

    @Test
    void nothing_is_settled_that_came_up_since_somebody_looked_or_that_only_a_refund_settles() {
        var lost = new HelpNeeded(PAYMENT, PaymentTrouble.ANSWER_LOST);
        given(REQUESTED, BEGAN, lost, new HelpNeeded(PAYMENT, PaymentTrouble.OTHER_AMOUNT))
                .when(when(it -> it.settle(PaymentTrouble.ANSWER_LOST)))
                .expectExceptionMessage(PaymentRefusal.NO_SUCH_TROUBLE.code());
        given(REQUESTED, BEGAN, lost, SUCCEEDED)
                .when(when(it -> it.settle(PaymentTrouble.ANSWER_LOST)))
                .expectExceptionMessage(PaymentRefusal.NO_SUCH_TROUBLE.code());
        given(REQUESTED, BEGAN, SUCCEEDED, RETURNING, new HelpNeeded(PAYMENT, PaymentTrouble.NO_REFUND))
                .when(when(it -> it.settle(PaymentTrouble.NO_REFUND)))
                .expectExceptionMessage(PaymentRefusal.NO_SUCH_TROUBLE.code());
    }

    private static NotePaid paid(String amount, String currency) {
        return new NotePaid(PAYMENT, 1, PAYMENT.reference(1).toString(), new BigDecimal(amount), currency);
    }

    private static PaymentRequested requested(Personal telephone) {
        return new PaymentRequested(
                PAYMENT,
                ADA,
                PaymentPurpose.ORDER,
                ORDER,
                new Money(new BigDecimal("5000"), "XOF"),
                Provider.MTN_MOMO,
                telephone,
                Instant.now().plus(Duration.ofMinutes(15)));
    }
}
