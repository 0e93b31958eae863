package org.palabre.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps events and snapshots in PostgreSQL. Appends and reads of one aggregate join the caller's transaction; reading
 * all events in their order does not. Instants are kept to the microsecond. An event's identifier has to be a UUID.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    static final int PAGE = 1_000;

    private static final Duration HEAD_RECHECK = Duration.ofMillis(5);

    private final JdbcTemplate jdbc;
    private final EventLog log;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final SnapshotFilter snapshots;

    public PostgresEventStorageEngine(
            DataSource dataSource, Serializer serializer, EventUpcaster upcasters, SnapshotFilter snapshots) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.log = new EventLog(dataSource);
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.snapshots = snapshots;
    }

    /**
     * Appends all events by one statement, in the order of the list.
     *
     * @throws ConcurrencyException when an aggregate already has an event of the same sequence, or is about to have one
     *     while the other transaction waits for this one
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<StoredEvent> rows = events.stream().map(this::store).toList();
        try {
            jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
                Transactions.requireCommit(connection);
                insert(connection, rows);
                return null;
            });
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
            throw new ConcurrencyException("Another transaction was first: " + e.getMessage(), e);
        }
    }

    /** Keeps the newest snapshot of an aggregate only. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        StoredEvent row = store(snapshot);
        jdbc.update(
                """
                insert into snapshot (%s) values (?::uuid, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
                on conflict (aggregate_id) do update set
                    (event_id, sequence, aggregate_type, type, revision, occurred_at, payload, metadata) =
                    row (excluded.event_id, excluded.sequence, excluded.aggregate_type, excluded.type,
                         excluded.revision, excluded.occurred_at, excluded.payload, excluded.metadata)
                where snapshot.sequence <= excluded.sequence""".formatted(StoredEvent.COLUMNS),
                row.id(),
                row.aggregateId(),
                row.sequence(),
                row.aggregateType(),
                row.type(),
                row.revision(),
                row.occurredAt().toString(),
                row.payload().getData(),
                row.metadata().getData());
    }

    /**
     * The events that are to be had now, page by page; ends at a hole that may still be filled and never blocks,
     * whatever is asked.
     */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        EventReader reader = reader(Position.of(token));
        return Stream.generate(() -> reader.next(PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(page -> page.events().stream());
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        List<StoredEvent> rows = jdbc.query(
                "select %s from event where aggregate_id = ? and sequence >= ? order by sequence"
                        .formatted(StoredEvent.COLUMNS),
                (row, _) -> StoredEvent.from(row),
                aggregateId,
                firstSequence);
        return messages(rows.stream());
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        List<StoredEvent> rows = jdbc.query(
                "select %s from snapshot where aggregate_id = ?".formatted(StoredEvent.COLUMNS),
                (row, _) -> StoredEvent.from(row),
                aggregateId);
        return messages(rows.stream().filter(snapshots::allow))
                .asStream()
                .<DomainEventMessage<?>>map(Function.identity())
                .findFirst();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(
                jdbc.queryForObject("select max(sequence) from event where aggregate_id = ?", Long.class, aggregateId));
    }

    @Override
    public TrackingToken createTailToken() {
        return Position.token(0);
    }

    /**
     * Stands after all events that are committed, and before all that will be: waits for the transactions that are
     * alive now, since they may have drawn an index that is lower than the last one to be seen.
     *
     * @throws EventStoreException in a transaction that has written, which would wait for itself
     */
    @Override
    public TrackingToken createHeadToken() {
        if (jdbc.queryForObject("select pg_current_xact_id_if_assigned()::text", String.class) != null) {
            throw new EventStoreException("A head token waits for all that write: make it before writing anything");
        }
        long highest = log.highestIndex();
        long witness = log.freshTransactionId();
        while (log.oldestAlive() < witness) {
            LockSupport.parkNanos(HEAD_RECHECK.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new EventStoreException("Interrupted while waiting for transactions to end");
            }
        }
        return Position.token(highest);
    }

    /**
     * Stands after all events that are committed, up to the first hole that may still be filled: waits for nobody.
     *
     * @param settled a position below which no hole will be filled
     */
    TrackingToken createHeadToken(long settled) {
        EventReader reader = reader(settled);
        long highest = log.highestIndex();
        EventPage page;
        do {
            page = reader.next(PAGE);
        } while (!page.isEmpty() && reader.position() < highest);
        return Position.token(reader.position());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return createTokenAt(instant, createHeadToken());
    }

    /** Stands before the first event that occurred at the instant or later, but nowhere after the head. */
    TrackingToken createTokenAt(Instant instant, TrackingToken head) {
        Long first = jdbc.queryForObject(
                "select min(global_index) from event where occurred_at >= ?::timestamptz",
                Long.class,
                instant.toString());
        return first == null ? head : head.lowerBound(Position.token(first - 1));
    }

    /** A reader of all events after the position. */
    EventReader reader(long position) {
        return new EventReader(log, this::trackedMessages, position);
    }

    /**
     * The transaction id has to be taken before any index is drawn: {@link EventReader}'s proof rests on it. Each
     * index is drawn by an expression that needs the id, so no plan can do it the other way round, and after sorting.
     */
    private static void insert(Connection connection, List<StoredEvent> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with t as materialized (select pg_current_xact_id() as id)
                insert into event (global_index, %1$s)
                select case when t.id is not null then nextval('event_index') end, %1$s
                from t, unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                               ?::bytea[], ?::bytea[]) with ordinality as e (%1$s, place)
                order by e.place""".formatted(StoredEvent.COLUMNS))) {
            Array[] columns = {
                column(connection, "text", rows, StoredEvent::id),
                column(connection, "text", rows, StoredEvent::aggregateId),
                column(connection, "bigint", rows, StoredEvent::sequence),
                column(connection, "text", rows, StoredEvent::aggregateType),
                column(connection, "text", rows, StoredEvent::type),
                column(connection, "text", rows, StoredEvent::revision),
                column(connection, "text", rows, StoredEvent::occurredAt),
                bytes(connection, rows, StoredEvent::payload),
                bytes(connection, rows, StoredEvent::metadata)
            };
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Array column(
            Connection connection, String type, List<StoredEvent> rows, Function<StoredEvent, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private static Array bytes(
            Connection connection, List<StoredEvent> rows, Function<StoredEvent, SerializedObject<byte[]>> value)
            throws SQLException {
        return connection.createArrayOf(
                "bytea", rows.stream().map(value).map(SerializedObject::getData).toArray(byte[][]::new));
    }

    private StoredEvent store(EventMessage<?> message) {
        DomainEventMessage<?> event = message instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0, message, message::getTimestamp);
        return new StoredEvent(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                event.serializePayload(serializer, byte[].class),
                event.serializeMetaData(serializer, byte[].class));
    }

    private DomainEventStream messages(Stream<? extends DomainEventData<?>> data) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(data, serializer, upcasters);
    }

    private List<TrackedEventMessage<?>> trackedMessages(Stream<TrackedDomainEventData<byte[]>> data) {
        return EventUtils.upcastAndDeserializeTrackedEvents(data, serializer, upcasters)
                .toList();
    }
}
