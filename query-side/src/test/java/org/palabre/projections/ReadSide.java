package org.palabre.projections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.PostgresEventStorageEngine;
import org.palabre.eventstore.PostgresEventStore;
import org.palabre.eventstore.StoredKeys;
import org.palabre.shared.Ids;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.AwaitProjections;
import org.palabre.shared.Positions.Position;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections at work on a real event store, each with a database of its own. */
public final class ReadSide implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final EmbeddedPostgres SERVER = server();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    public final StandingStill database;
    public final JdbcClient jdbc;
    public final JdbcTransactionManager transactions;
    public final QueryUpdateEmitter updates = SimpleQueryUpdateEmitter.builder().build();
    private final PostgresEventStore store;
    private final Projections projections;
    private final HikariDataSource pool;

    public ReadSide(Function<ReadSide, Projection> projection) {
        this(projection, "public");
    }

    /** One whose tables are in a schema of this name. */
    ReadSide(Function<ReadSide, Projection> projection, String schema) {
        this(pool(migrated(fresh(), schema)), projection, "test");
    }

    private ReadSide(HikariDataSource pool, Function<ReadSide, Projection> projection, String node) {
        this.pool = pool;
        this.database = new StandingStill(pool);
        jdbc = JdbcClient.create(database);
        transactions = new JdbcTransactionManager(database);
        var keys = new PersonalKeys(new StoredKeys(database), MASTER);
        var serializer = new EventSerializer(new EventTypes(), keys);
        store = new PostgresEventStore(
                new PostgresEventStorageEngine(
                        database, serializer, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll()),
                new SimpleMeterRegistry());
        projections = projections(projection.apply(this), serializer, node);
        projections.start();
    }

    private Projections projections(Projection projection, EventSerializer events, String node) {
        var general = Jackson3Serializer.builder().build();
        var connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        var leadership = new Leadership(jdbc, transactions, node);
        var schemas = new GenerationSchemas(jdbc, transactions, leadership);
        var generations = new GenerationFactory(
                store,
                new ClaimedTokens(connections, general, node),
                new SpringTransactionManager(transactions),
                transactions,
                connections,
                general,
                events,
                ClasspathParameterResolverFactory.forClass(ReadSide.class),
                schemas,
                jdbc);
        return new Projections(
                List.of(projection),
                schemas,
                leadership,
                new ProjectionFactory(leadership, schemas, generations, new Followers(updates), jdbc),
                store);
    }

    /** The same once more, as another process would have it after this one has stopped. */
    ReadSide restarted(Function<ReadSide, Projection> projection) {
        return another("test", projection);
    }

    /** Another platform in the same database. */
    ReadSide inSchema(String schema, Function<ReadSide, Projection> projection) {
        return new ReadSide(
                pool(migrated(pool.getJdbcUrl().replaceFirst("&currentSchema=.*", ""), schema)), projection, "test");
    }

    /** Another node beside this one. */
    ReadSide another(String node, Function<ReadSide, Projection> projection) {
        return new ReadSide(pool(pool.getJdbcUrl()), projection, node);
    }

    Projections projections() {
        return projections;
    }

    /** Stores events of one aggregate, in one transaction, and gives back the position of the last. */
    public Position happen(String type, String aggregate, Object... payloads) {
        return happen(Instant.now(), type, aggregate, payloads);
    }

    /** The same at some other time. */
    public Position happen(Instant at, String type, String aggregate, Object... payloads) {
        return new TransactionTemplate(transactions).execute(_ -> {
            var sequence = store.lastSequenceNumberFor(aggregate).orElse(-1L);
            var messages = new ArrayList<DomainEventMessage<?>>();
            for (var payload : payloads) {
                messages.add(new GenericDomainEventMessage<>(
                        type,
                        aggregate,
                        ++sequence,
                        payload,
                        MetaData.emptyInstance(),
                        Ids.next().toString(),
                        at));
            }
            store.publish(messages);
            return new Position(type, aggregate, sequence);
        });
    }

    /** Whether this is applied by now. */
    boolean applied(Position position) throws InterruptedException {
        return projections.handle(new AwaitProjections(new Positions(List.of(position)), 0));
    }

    /** Waits until this is applied. */
    public void awaitApplied(Position... positions) throws InterruptedException {
        if (!projections.handle(new AwaitProjections(new Positions(List.of(positions)), PATIENCE.toMillis()))) {
            throw new AssertionError("Not applied in time: " + List.of(positions));
        }
    }

    public boolean rebuild(String projection) {
        return projections.rebuild(projection);
    }

    public boolean rebuilding(String projection) {
        return jdbc.sql("select building is not null from projection where name = ?")
                .param(projection)
                .query(Boolean.class)
                .single();
    }

    int live(String projection) {
        return jdbc.sql("select live from projection where name = ?")
                .param(projection)
                .query(Integer.class)
                .single();
    }

    boolean leads(String projection) {
        return projections.find(projection).told().isPresent();
    }

    void stop() {
        projections.stop();
        store.close();
    }

    /** Ends it without a goodbye: the database sees it go, and nobody hears of it any more. */
    void die() {
        pool.close();
    }

    /** Nothing that it asks of the database is done before it goes on; what it is at stays as it is. */
    void standStill() {
        database.begin();
    }

    void goOn() {
        database.end();
    }

    /** Lets it go on first: after a test that failed in between, everybody would wait for it. */
    @Override
    public void close() {
        goOn();
        if (pool.isRunning()) {
            stop();
            pool.close();
        } else {
            store.close();
            assertThatThrownBy(projections::stop).isInstanceOf(CannotGetJdbcConnectionException.class);
        }
    }

    private static String fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static String migrated(String database, String schema) {
        var url = database + "&currentSchema=" + URLEncoder.encode("\"" + schema + "\"", UTF_8);
        Flyway.configure()
                .dataSource(url, null, null)
                .defaultSchema(schema)
                .locations("classpath:db/event-store", "classpath:db/query-side")
                .outOfOrder(true)
                .load()
                .migrate();
        return url;
    }

    private static HikariDataSource pool(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(PATIENCE)
                    .start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }
}
