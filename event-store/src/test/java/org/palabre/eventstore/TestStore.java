package org.palabre.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.palabre.eventstore.NoteEvent.NoteWritten;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole event store on a database, and what a test needs to look at it. */
final class TestStore implements AutoCloseable {

    static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    final HikariDataSource dataSource;
    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PersonalKeys keys;
    final EventSerializer serializer;
    final PostgresEventStorageEngine engine;
    final PostgresEventStore store;

    private final boolean owner;

    TestStore() {
        this(TestDatabase.fresh(), true);
    }

    private TestStore(HikariDataSource dataSource, boolean owner) {
        this.dataSource = dataSource;
        this.owner = owner;
        jdbc = new JdbcTemplate(dataSource);
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        keys = new PersonalKeys(new StoredKeys(dataSource), MASTER);
        serializer = new EventSerializer(new EventTypes(List.of(NoteEvent.class)), keys);
        engine = new PostgresEventStorageEngine(
                dataSource, serializer, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll());
        store = new PostgresEventStore(engine, meters);
    }

    /** As another process on the same database would have it. */
    TestStore another() {
        return new TestStore(dataSource, false);
    }

    static DomainEventMessage<?> note(String aggregate, long sequence) {
        return event(aggregate, sequence, new NoteWritten(aggregate + "/" + sequence));
    }

    static DomainEventMessage<?> event(String aggregate, long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Note", aggregate, sequence, payload);
    }

    static String newAggregate() {
        return UUID.randomUUID().toString();
    }

    void publish(DomainEventMessage<?>... events) {
        transactions.executeWithoutResult(_ -> store.publish(events));
    }

    @Override
    public void close() {
        store.close();
        if (owner) {
            dataSource.close();
        }
    }
}
