package org.palabre.payments.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.deadlines.DeadlinesInMemory.Deadline;
import org.palabre.deadlines.Postponed;
import org.palabre.deadlines.SettableClock;
import org.palabre.eventstore.MasterKey;
import org.palabre.handling.OnPostgres;
import org.palabre.payments.PaymentEvent.AttemptBegan;
import org.palabre.payments.PaymentEvent.HelpNeeded;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.PaymentTrouble;
import org.palabre.payments.Provider;
import org.palabre.payments.ProviderCommand.AskProvider;
import org.palabre.payments.ProviderCommand.AskProviderNow;
import org.palabre.payments.ProviderCommand.ExpirePayment;
import org.palabre.payments.ProviderCommand.NoteDeclined;
import org.palabre.payments.ProviderCommand.NoteNeverAnswered;
import org.palabre.payments.ProviderCommand.NoteNotSent;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.ProviderCommand.NoteTaken;
import org.palabre.payments.ProviderCommand.SubmitPayment;
import org.palabre.payments.command.providers.Charge;
import org.palabre.payments.command.providers.MobileMoney;
import org.palabre.payments.command.providers.Reply;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.NotYet;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;
import org.palabre.shared.Actor;
import org.palabre.shared.Money;
import org.palabre.shared.Personal;
import org.palabre.web.Commands;
import org.palabre.web.Queries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a payment whose provider answers this or that, or nothing. */
@OnPostgres
class PaymentProcessTest {

    private static final Actor PLATFORM = new Actor.Platform();
    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Reply LOST = new Unknown("lost");
    private static final Reply REFUSED = new Declined(PaymentFailure.REFUSED);

    private final SettableClock clock = new SettableClock();
    private final PaymentId id = PaymentId.next();
    private final Scripted provider = new Scripted();
    private final DeadlinesInMemory set = new DeadlinesInMemory();
    private final PaymentDeadlines deadlines = new PaymentDeadlines(set.deadlines(), new SimpleMeterRegistry(), clock);
    private final List<HelpNeeded> help = new ArrayList<>();
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Repository<Payment> repository =
            EventSourcingRepository.builder(Payment.class).eventStore(store).build();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MasterKey master;

    private PaymentProcess process;
    private ProviderCalls calls;

    /** A provider that answers what it was told to, and remembers what it was asked for. */
    private static final class Scripted implements MobileMoney {

        private final Deque<Reply> replies = new ArrayDeque<>();
        private final List<UUID> requested = new ArrayList<>();
        private IfLost ifLost = IfLost.SAY_AGAIN;
        private boolean callsBack = true;

        @Override
        public Provider provider() {
            return Provider.MTN_MOMO;
        }

        @Override
        public IfLost ifLost() {
            return ifLost;
        }

        @Override
        public boolean callsBack() {
            return callsBack;
        }

        @Override
        public Reply request(Charge charge) {
            requested.add(charge.reference());
            return replies.remove();
        }

        @Override
        public Reply ask(Charge charge, Map<String, String> session) {
            return replies.remove();
        }

        @Override
        public Reply giveBack(Charge charge, Map<String, String> session) {
            return new NoRefund();
        }
    }

    @BeforeEach
    void money_is_asked_for() {
        var payments = new Payments(
                repository,
                new Subscriptions(
                        EventSourcingRepository.builder(Subscription.class)
                                .eventStore(store)
                                .build(),
                        clock));
        var providers = new Providers(List.of(provider));
        process = new PaymentProcess(
                payments, new PaymentAttempts(jdbc, master), providers, DeadlinesInMemory.patience(clock), clock);
        var queries = new Queries(DefaultQueryGateway.builder()
                .queryBus(SimpleQueryBus.builder().build())
                .build());
        var commands = new Commands(bus, queries, Duration.ZERO);
        calls = new ProviderCalls(providers, provided(commands), deadlines, new SimpleMeterRegistry());
        on(NoteTaken.class, note -> process.handle(note, PLATFORM));
        on(NotePaid.class, note -> process.handle(note, PLATFORM));
        on(NoteDeclined.class, note -> process.handle(note, PLATFORM));
        on(NoteNotSent.class, note -> process.handle(note, PLATFORM));
        on(NoteNeverAnswered.class, note -> process.handle(note, PLATFORM));
        store.subscribe(events -> events.forEach(this::happened));
        var ada = AccountId.next();
        does(() -> repository.newInstance(() -> new Payment(new PaymentRequested(
                id,
                ada,
                PaymentPurpose.ORDER,
                UUID.randomUUID(),
                new Money(new BigDecimal("5000"), "XOF"),
                Provider.MTN_MOMO,
                Personal.of(ada.value(), "+2250505050507"),
                clock.instant().plus(HOLD)))));
    }

    private <C> void on(Class<C> command, Consumer<C> handler) {
        bus.subscribe(command.getName(), message -> {
            handler.accept(command.cast(message.getPayload()));
            return null;
        });
    }

    private void happened(EventMessage<?> event) {
        switch (event.getPayload()) {
            case AttemptBegan began -> deadlines.on(began);
            case HelpNeeded needed -> help.add(needed);
            default -> {}
        }
    }

    @Test
    void who_is_refused_at_once_is_refused() {
        submitAndHear(REFUSED);

        assertThat(status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void a_refusal_of_what_is_said_again_says_nothing_of_what_was_said_before() {
        submitInVain(LOST);
        submitInVain(REFUSED);
        assertThat(status()).isEqualTo(PaymentStatus.PENDING);

        ask(0, paid(1));

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(provider.requested).containsExactly(id.reference(1), id.reference(1));
    }

    @Test
    void what_never_left_is_begun_anew() {
        submitInVain(new NotSent("no connection"));
        submitAndHear(Taken.simply());

        assertThat(provider.requested).containsExactly(id.reference(1), id.reference(2));
    }

    @Test
    void what_may_have_arrived_is_not_given_up_because_it_does_not_leave_again() {
        submitInVain(LOST);
        submitInVain(new NotSent("no connection"));
        submitAndHear(Taken.simply());

        assertThat(provider.requested).containsOnly(id.reference(1)).hasSize(3);
    }

    @Test
    void what_got_lost_is_asked_about_where_it_is_known_by_our_reference() {
        provider.ifLost = MobileMoney.IfLost.ASK_ABOUT_IT;
        submitInVain(LOST);
        submitAndHear();
        assertThat(help).isEmpty();

        ask(0, paid(1));

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(provider.requested).hasSize(1);
    }

    @Test
    void nobody_is_asked_for_the_money_of_a_purchase_that_waits_no_more() {
        clock.pass(HOLD);
        submitAndHear();

        assertThat(provider.requested).isEmpty();
    }

    @Test
    void nobody_is_asked_for_money_that_would_go_back() {
        change(Payment::returnMoney);
        submitAndHear();

        assertThat(provider.requested).isEmpty();
    }

    @Test
    void what_may_have_arrived_is_not_said_again_once_the_purchase_waits_no_more() {
        submitInVain(LOST);
        clock.pass(HOLD);
        submitAndHear();

        assertThat(provider.requested).hasSize(1);
    }

    @Test
    void money_is_found_however_long_nobody_could_ask() {
        submitAndHear(Taken.simply());
        expire();
        clock.pass(DAY.multipliedBy(3));

        ask(5, paid(1));

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void money_of_which_the_provider_tells_days_later_is_believed_when_it_is_asked() {
        submitAndHear(Taken.simply());
        expire();
        clock.pass(DAY.multipliedBy(3));

        askNow(paid(1));

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void a_provider_that_never_said_how_it_stands_is_left_to_a_person_after_a_day() {
        submitAndHear(Taken.simply());
        expire();
        set.take();
        clock.pass(HOLD.plus(DAY).minusSeconds(1));
        ask(9, LOST);
        assertThat(set.take()).extracting(Deadline::command).containsExactly(new AskProvider(id, 10));
        assertThat(help).isEmpty();

        clock.pass(Duration.ofMinutes(30));
        ask(10, LOST);

        assertThat(help).containsExactly(new HelpNeeded(id, PaymentTrouble.NEVER_ANSWERED));
        assertThat(set.all()).isEmpty();
    }

    @Test
    void who_has_not_paid_after_a_day_is_waited_for_no_more() {
        submitAndHear(Taken.simply());
        expire();
        set.take();
        clock.pass(HOLD.plus(DAY));

        ask(9, new Waiting());

        assertThat(help).isEmpty();
        assertThat(set.all()).isEmpty();
    }

    @Test
    void a_page_that_nobody_was_led_to_was_paid_by_nobody() {
        provider.ifLost = MobileMoney.IfLost.BEGIN_ANEW;
        submitInVain(LOST);
        expire();
        clock.pass(HOLD.plus(DAY));

        ask(9, LOST);

        assertThat(help).isEmpty();
    }

    @Test
    void a_question_that_never_left_is_asked_again_as_it_was() {
        submitAndHear(Taken.simply());
        set.take();

        assertThatExceptionOfType(NotAnswered.class).isThrownBy(() -> ask(3, new NotSent("left in peace")));
        assertThat(set.all()).isEmpty();
    }

    @Test
    void a_question_whose_turn_has_not_come_is_asked_when_it_comes_the_last_one_too() {
        submitAndHear(Taken.simply());
        set.take();

        assertThatExceptionOfType(Postponed.class).isThrownBy(() -> ask(3, new NotYet(Duration.ofSeconds(2))));
        clock.pass(HOLD.plus(DAY));
        assertThatExceptionOfType(Postponed.class).isThrownBy(() -> ask(9, new NotYet(Duration.ofSeconds(2))));

        assertThat(set.all()).isEmpty();
        assertThat(help).isEmpty();
    }

    @Test
    void one_that_tells_nothing_by_itself_is_asked_twice_a_minute_as_long_as_it_matters() {
        provider.callsBack = false;
        submitAndHear(Taken.simply());
        set.take();

        ask(8, new Waiting());
        assertThat(set.take())
                .extracting(Deadline::at)
                .containsExactly(clock.instant().plusSeconds(30));

        clock.pass(HOLD);
        ask(9, new Waiting());
        assertThat(set.take())
                .extracting(Deadline::at)
                .containsExactly(clock.instant().plus(Duration.ofMinutes(30)));
    }

    private Paid paid(int attempt) {
        return new Paid(id.reference(attempt).toString(), new BigDecimal("5000"), "XOF");
    }

    private void submitInVain(Reply reply) {
        assertThatExceptionOfType(NotAnswered.class).isThrownBy(() -> submitAndHear(reply));
    }

    private void submitAndHear(Reply... replies) {
        run(() -> process.handle(new SubmitPayment(id, clock.instant()), PLATFORM), replies);
    }

    private void ask(int times, Reply... replies) {
        run(() -> process.handle(new AskProvider(id, times), PLATFORM), replies);
    }

    private void askNow(Reply... replies) {
        run(() -> process.handle(new AskProviderNow(id), PLATFORM), replies);
    }

    private void run(Callable<? extends @Nullable ProviderTask> decision, Reply... replies) {
        provider.replies.addAll(List.of(replies));
        var task = does(decision);
        if (task != null) {
            calls.run(task);
        }
        assertThat(provider.replies).isEmpty();
    }

    private void expire() {
        does(() -> {
            process.handle(new ExpirePayment(id), PLATFORM);
            return id;
        });
    }

    private void change(Consumer<Payment> change) {
        does(() -> {
            repository.load(id.toString()).execute(change);
            return id;
        });
    }

    private PaymentStatus status() {
        return does(() -> repository.load(id.toString()).invoke(Payment::status));
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

    private static ObjectProvider<Commands> provided(Commands commands) {
        return new ObjectProvider<>() {

            @Override
            public Commands getObject() {
                return commands;
            }
        };
    }
}
