package org.palabre.proofs.store;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.PostgresEventStorageEngine;
import org.palabre.eventstore.PostgresEventStore;
import org.palabre.eventstore.StoredKeys;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** An event store that is experimented on, and how its table is asked what is committed. */
record Subject(JdbcTemplate jdbc, TransactionTemplate transactions, EventStore events, String account)
        implements AutoCloseable {

    private static final String OUR_ACCOUNT =
            "select global_index, event_id::text, aggregate_id, sequence from event order by 1";

    /** The product's event store. */
    static Subject ours(HikariDataSource database) {
        return new Subject(database, ourStore(database), new JdbcTransactionManager(database), OUR_ACCOUNT);
    }

    /**
     * The product's event store, but writers draw an index before they have a transaction id, and now and then dawdle in between:
     * the two functions that our insert calls are hidden from them by others.
     */
    static Subject indexBeforeId(HikariDataSource database) {
        new JdbcTemplate(database).execute("""
                create schema hasty;
                create function hasty.pg_current_xact_id() returns xid8 language sql as $$ select '1'::xid8 $$;
                create function hasty.nextval(regclass) returns bigint language plpgsql as $$
                declare drawn bigint := pg_catalog.nextval($1);
                begin
                    if pg_current_xact_id_if_assigned() is null and random() < 0.3 then perform pg_sleep(0.1); end if;
                    return drawn;
                end $$""");
        var hasty = new JdbcTransactionManager(database) {
            @Override
            protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                    throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local search_path = hasty, pg_catalog, public");
                }
            }
        };
        return new Subject(database, ourStore(database), hasty, OUR_ACCOUNT);
    }

    /** Axon's event store, which decides by the clock that a hole will stay empty. */
    static Subject stock(HikariDataSource database) {
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer(database))
                .snapshotSerializer(serializer(database))
                .gapTimeout(1)
                .gapCleaningThreshold(1)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        var store =
                EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(5).build();
        return new Subject(
                database,
                store,
                new JdbcTransactionManager(database),
                "select globalIndex, eventIdentifier, aggregateIdentifier, sequenceNumber from DomainEventEntry order by 1");
    }

    private Subject(HikariDataSource database, EventStore events, JdbcTransactionManager transactions, String account) {
        this(new JdbcTemplate(database), new TransactionTemplate(transactions), events, account);
    }

    /** What is committed by the table's own account, in the order of the index. */
    List<Stored> table() {
        return jdbc.query(
                account,
                (row, _) -> new Stored(row.getLong(1), new Event(row.getString(2), row.getString(3), row.getLong(4))));
    }

    @Override
    public void close() {
        switch (events) {
            case PostgresEventStore ours -> ours.close();
            case EmbeddedEventStore stock -> stock.shutDown();
            default -> throw new IllegalStateException("Do not know how to close " + events);
        }
    }

    private static PostgresEventStore ourStore(HikariDataSource database) {
        if (new JdbcTemplate(database).queryForObject("select to_regclass('event') is null", Boolean.class)) {
            new ResourceDatabasePopulator(
                            new ClassPathResource("db/event-store/V1_1__event_store.sql"),
                            new ClassPathResource("db/event-store/V1_3__events_after.sql"))
                    .execute(database);
        }
        return new PostgresEventStore(
                new PostgresEventStorageEngine(
                        database, serializer(database), NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll()),
                new SimpleMeterRegistry());
    }

    private static EventSerializer serializer(HikariDataSource database) {
        var master = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
        return new EventSerializer(
                new EventTypes(List.of(NoteEvent.class)), new PersonalKeys(new StoredKeys(database), master));
    }
}
