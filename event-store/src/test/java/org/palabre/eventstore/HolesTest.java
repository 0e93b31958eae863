package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.palabre.eventstore.TestStore.newAggregate;
import static org.palabre.eventstore.TestStore.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.NoteEvent.NoteWritten;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What a reader does at an index that was drawn, and whose event is not to be seen. */
class HolesTest {

    @AutoClose
    private final TestStore test = new TestStore();

    private final Follower reader = new Follower(test.engine);

    @Test
    void a_frozen_writer_loses_nothing() {
        List<String> others = new ArrayList<>();
        try (Writer frozen = new Writer(test, test.engine)) {
            frozen.append(note("frozen", 0));
            for (int round = 0; round < 30; round++) {
                others.addAll(appendMany(test.engine));
                reader.readOn();
            }
            assertThat(reader.texts).isEmpty();

            frozen.commit();
        }
        reader.readOn();

        assertThat(reader.texts).startsWith("frozen/0").hasSize(1 + others.size());
        assertThat(reader.texts.subList(1, reader.texts.size())).isEqualTo(others);
    }

    /** The control: proves that the test above can see a loss. */
    @Test
    void a_frozen_writer_loses_its_event_where_a_clock_decides() {
        EventStorageEngine stock = stockEngine();
        Follower reader = new Follower(stock);
        try (Writer frozen = new Writer(test, stock)) {
            frozen.append(note("frozen", 0));
            List<String> others = appendMany(stock);
            await().until(() -> {
                appendMany(stock);
                reader.readOn();
                return reader.texts.containsAll(others)
                        && ((GapAwareTrackingToken) reader.token).getGaps().isEmpty();
            });

            frozen.commit();
        }
        reader.readOn();

        assertThat(stock.readEvents("frozen").hasNext()).isTrue();
        assertThat(reader.texts).doesNotContain("frozen/0");
    }

    /**
     * The owner of the hole has a later id than the one that ended last, which is all that the snapshot's {@code xmax}
     * knows of.
     */
    @Test
    void a_hole_of_a_transaction_younger_than_the_snapshot_is_not_passed() {
        try (Writer early = new Writer(test, test.engine);
                Writer owner = new Writer(test, test.engine)) {
            long earlyId = early.takeId();
            long ownerId = owner.takeId();
            assertThat(ownerId).isEqualTo(earlyId + 1);
            owner.append(note("owner", 0));
            early.append(note("early", 0));
            early.commit();
            assertThat(snapshot("xmax")).isEqualTo(ownerId);

            reader.readOn();
            assertThat(snapshot("xmin"))
                    .as("what the xmax rule waits for, though the owner is alive")
                    .isGreaterThanOrEqualTo(ownerId);
            reader.readOn();
            assertThat(reader.texts).isEmpty();

            owner.commit();
        }
        reader.readOn();

        assertThat(reader.texts).containsExactly("owner/0", "early/0");
    }

    @Test
    void the_hole_of_a_rollback_is_passed() {
        try (Writer doomed = new Writer(test, test.engine)) {
            doomed.append(note("doomed", 0));
            test.engine.appendEvents(note("other", 0));
            reader.readOn();
            assertThat(reader.texts).isEmpty();

            doomed.rollback();
        }
        reader.readOn();

        assertThat(reader.texts).containsExactly("other/0");
    }

    @Test
    void the_hole_of_a_crashed_backend_is_passed() {
        try (Writer doomed = new Writer(test, test.engine)) {
            doomed.append(note("doomed", 0));
            test.engine.appendEvents(note("other", 0));
            reader.readOn();
            assertThat(reader.texts).isEmpty();

            doomed.crash();
        }
        reader.readOn();

        assertThat(reader.texts).containsExactly("other/0");
    }

    @Test
    void a_hole_does_not_hold_back_what_is_before_it() {
        test.engine.appendEvents(note("before", 0));
        try (Writer owner = new Writer(test, test.engine)) {
            owner.append(note("owner", 0));
            test.engine.appendEvents(note("after", 0));

            reader.readOn();

            assertThat(reader.texts).containsExactly("before/0");
        }
    }

    @Test
    void a_stream_waits_at_a_hole_and_goes_on_when_it_is_filled() throws InterruptedException {
        try (var stream = test.store.openStream(null);
                Writer owner = new Writer(test, test.engine)) {
            owner.append(note("owner", 0));
            long otherId = owner.takeId() + 1;
            test.publish(note("other", 0));
            awaitReaderAtHole(otherId);
            assertThat(stream.hasNextAvailable()).isFalse();

            owner.commit();

            assertThat(text(stream.nextAvailable())).isEqualTo("owner/0");
            assertThat(text(stream.nextAvailable())).isEqualTo("other/0");
        }
    }

    @Test
    void the_wait_at_a_hole_is_measured() {
        try (var _ = test.store.openStream(null)) {
            await().until(() -> {
                try (Writer doomed = new Writer(test, test.engine)) {
                    doomed.append(note("doomed", 0));
                    long otherId = doomed.takeId() + 1;
                    test.publish(note(newAggregate(), 0));
                    awaitReaderAtHole(otherId);
                }
                return test.meters.get("palabre.eventstore.hole.wait").timer().count() > 0;
            });
        }
    }

    /** What the proof rests on: had an index been drawn first, its owner could be younger than the reader's witness. */
    @Test
    void a_transaction_has_its_id_before_it_draws_an_index() {
        test.jdbc.execute("""
                create function has_id() returns trigger language plpgsql as $$ begin
                    if pg_current_xact_id_if_assigned() is null then raise 'index % drawn without an id', new.global_index;
                    end if;
                    return new;
                end $$""");
        test.jdbc.execute("create trigger has_id before insert on event for each row execute function has_id()");

        assertThatCode(() -> IntStream.range(0, 5).forEach(sequence -> test.engine.appendEvents(note("a", sequence))))
                .doesNotThrowAnyException();
    }

    /** A reader that has seen the hole takes an id itself. */
    private void awaitReaderAtHole(long newestId) {
        await().until(() -> snapshot("xmax") > newestId + 1);
    }

    private long snapshot(String limit) {
        return test.jdbc.queryForObject(
                "select pg_snapshot_%s(pg_current_snapshot())::text::bigint".formatted(limit), Long.class);
    }

    private static List<String> appendMany(EventStorageEngine engine) {
        String aggregate = newAggregate();
        engine.appendEvents(IntStream.range(0, 100)
                .mapToObj(sequence -> note(aggregate, sequence))
                .toArray(DomainEventMessage<?>[]::new));
        return IntStream.range(0, 100)
                .mapToObj(sequence -> aggregate + "/" + sequence)
                .toList();
    }

    private EventStorageEngine stockEngine() {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(test.dataSource)::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(test.serializer)
                .snapshotSerializer(test.serializer)
                .gapTimeout(1)
                .gapCleaningThreshold(1)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    private static String text(EventMessage<?> event) {
        return ((NoteWritten) event.getPayload()).text();
    }

    /** Reads what there is, again and again, as a processor does. */
    private static final class Follower {

        private final EventStorageEngine engine;
        private final List<String> texts = new ArrayList<>();
        private TrackingToken token;

        Follower(EventStorageEngine engine) {
            this.engine = engine;
        }

        void readOn() {
            List<? extends TrackedEventMessage<?>> events =
                    engine.readEvents(token, false).toList();
            events.forEach(event -> texts.add(text(event)));
            if (!events.isEmpty()) {
                token = events.getLast().trackingToken();
            }
        }
    }
}
