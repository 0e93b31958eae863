package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Device;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionCommand.RenewSession;
import org.palabre.accounts.SessionEvent;
import org.palabre.accounts.SessionEvent.SessionRenewed;
import org.palabre.accounts.SessionId;
import org.palabre.deadlines.SettableClock;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.PostgresEventStorageEngine;
import org.palabre.eventstore.StoredKeys;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Many clients show one refresh token at once; no lock but the event store keeps them apart, as on several servers. */
class RenewalRaceTest {

    private static final int CLIENTS = 50;
    private static final AccountId ADA = AccountId.next();
    private static final SessionId SESSION = SessionId.next();

    private HikariDataSource database;
    private SpringTransactionManager transactions;
    private EventStore events;
    private Accounts accounts;
    private Sessions sessions;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        transactions = new SpringTransactionManager(new JdbcTransactionManager(database));
        var master = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
        var serializer = new EventSerializer(
                new EventTypes(List.of(AccountEvent.class, SessionEvent.class)),
                new PersonalKeys(new StoredKeys(database), master));
        events = EmbeddedEventStore.builder()
                .storageEngine(new PostgresEventStorageEngine(
                        database, serializer, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll()))
                .build();
        accounts = new Accounts(repository(Account.class));
        sessions = new Sessions(repository(Session.class), accounts, new SettableClock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void all_get_the_same_successor() throws Exception {
        decide(() -> {
            accounts.add(() -> new Account(AccountTest.registered(ADA)));
            return sessions.start(SESSION, ADA, new Device("192.0.2.1", null), 0);
        });

        var grants = renewAtOnce();

        assertThat(grants).hasSize(CLIENTS).containsOnly(grants.getFirst());

        assertThat(events.readEvents(SESSION.toString())
                        .asStream()
                        .map(DomainEventMessage::getPayload)
                        .filter(SessionRenewed.class::isInstance))
                .hasSize(1);
    }

    private <T> Repository<T> repository(Class<T> type) {
        return EventSourcingRepository.builder(type)
                .eventStore(events)
                .lockFactory(NullLockFactory.INSTANCE)
                .build();
    }

    private List<Grant> renewAtOnce() throws Exception {
        var ready = new CountDownLatch(CLIENTS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return decide(() ->
                                sessions.handle(new RenewSession(SESSION, 1)).grant());
                    }))
                    .toList();
            var grants = new ArrayList<Grant>();
            for (var client : clients) {
                grants.add(client.get());
            }
            return grants;
        }
    }

    /** Handles a command as the bus does, and again when it has collided with another. */
    private <R> R decide(Callable<R> handler) {
        while (true) {
            var work = DefaultUnitOfWork.startAndGet(null);
            work.attachTransaction(transactions);
            var result = work.executeWithResult(handler);
            if (!result.isExceptional()) {
                return result.getPayload();
            }
            if (!(result.exceptionResult() instanceof ConcurrencyException)) {
                throw new IllegalStateException(result.exceptionResult());
            }
        }
    }
}
