package org.palabre.payments.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.deadlines.SettableClock;
import org.palabre.payments.MoneyReturned;
import org.palabre.payments.PaymentCommand.TellRefund;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.Provider;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.command.providers.MobileMoney.IfLost;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** Who is told that money went back, and when no more. */
class PayerNewsTest {

    private static final PaymentId PAYMENT = PaymentId.next();
    private static final AccountId ADA = AccountId.next();

    private final SettableClock clock = new SettableClock();
    private final Instant since = clock.instant();
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Repository<Payment> payments =
            EventSourcingRepository.builder(Payment.class).eventStore(store).build();
    private final Subscriptions subscriptions = new Subscriptions(
            EventSourcingRepository.builder(Subscription.class)
                    .eventStore(store)
                    .build(),
            clock);
    private final PayerNews news =
            new PayerNews(new Payments(payments, subscriptions), DeadlinesInMemory.patience(clock));

    @BeforeEach
    void ada_is_asked_for_money() {
        does(() -> payments.newInstance(() -> new Payment(new PaymentRequested(
                PAYMENT,
                ADA,
                PaymentPurpose.ORDER,
                UUID.randomUUID(),
                new Money(BigDecimal.valueOf(5000), "XOF"),
                Provider.SANDBOX,
                Personal.of(ADA.value(), "+2250707070707"),
                since.plus(Duration.ofMinutes(15))))));
    }

    @Test
    void the_payer_is_told_for_five_days_that_money_went_back() {
        goesBack();

        clock.pass(Duration.ofDays(4));
        assertThat(told(0)).map(MoneyReturned::payer).hasValue(ADA);
        clock.pass(Duration.ofDays(2));
        assertThat(told(0)).isEmpty();
    }

    @Test
    void money_that_did_not_go_back_is_not_told_of() {
        assertThat(told(0)).isEmpty();
    }

    @Test
    void what_is_told_waits_for_its_cause() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> told(1))
                .matches(refused -> refused.is(Common.UNAVAILABLE));
        clock.pass(Duration.ofHours(1));
        assertThat(told(1)).isEmpty();
    }

    @Test
    void only_the_platform_asks() {
        var ada = new Actor.Account(ADA.value(), Ids.next(), true, Set.of());

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> news.handle(new TellRefund(PAYMENT, 0, since), ada));
    }

    private void goesBack() {
        does(() -> {
            payments.load(PAYMENT.toString()).execute(it -> {
                it.submit(IfLost.SAY_AGAIN, since);
                it.paid(new NotePaid(PAYMENT, 1, PAYMENT.reference(1).toString(), BigDecimal.valueOf(5000), "XOF"));
                it.returnMoney();
                it.givenBack();
            });
            return true;
        });
    }

    private Optional<MoneyReturned> told(long version) {
        return does(
                () -> Optional.ofNullable(news.handle(new TellRefund(PAYMENT, version, since), new Actor.Platform())));
    }

    private static <T> T does(Callable<T> something) {
        var result = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("something"))
                .executeWithResult(something);
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(result.exceptionResult());
        }
        return result.getPayload();
    }
}
