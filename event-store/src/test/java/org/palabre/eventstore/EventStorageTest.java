package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.palabre.eventstore.TestStore.event;
import static org.palabre.eventstore.TestStore.note;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.NoteEvent.NoteWritten;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EventStorageTest {

    @AutoClose
    private final TestStore test = new TestStore();

    private final PostgresEventStorageEngine engine = test.engine;

    @Test
    void an_aggregate_reads_back_what_it_appended() {
        DomainEventMessage<?> first = note("a", 0).andMetaData(Map.of("actor", "ada"));
        engine.appendEvents(first, note("a", 1));

        List<? extends DomainEventMessage<?>> read =
                engine.readEvents("a").asStream().toList();

        assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
        DomainEventMessage<?> again = read.getFirst();
        assertThat(again.getIdentifier()).isEqualTo(first.getIdentifier());
        assertThat(again.getType()).isEqualTo("Note");
        assertThat(again.getPayload()).isEqualTo(new NoteWritten("a/0"));
        assertThat(again.getMetaData()).isEqualTo(first.getMetaData());
        assertThat(again.getTimestamp()).isEqualTo(first.getTimestamp().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void an_aggregate_is_read_from_a_sequence_on() {
        engine.appendEvents(note("a", 0), note("a", 1), note("a", 2));

        assertThat(engine.readEvents("a", 1).asStream())
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(1L, 2L);
        assertThat(engine.lastSequenceNumberFor("a")).contains(2L);
        assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
    }

    @Test
    void events_of_several_aggregates_keep_the_order_of_their_unit_of_work() {
        engine.appendEvents(note("b", 0), note("a", 0), note("b", 1), note("a", 1));

        assertThat(texts(engine.createTailToken())).containsExactly("b/0", "a/0", "b/1", "a/1");
    }

    @Test
    void a_taken_sequence_is_a_conflict_and_nothing_is_appended() {
        engine.appendEvents(note("a", 0));

        assertThatThrownBy(() -> engine.appendEvents(note("b", 0), note("a", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.readEvents("b").hasNext()).isFalse();
    }

    @Test
    void an_append_is_part_of_the_callers_transaction() {
        test.transactions.executeWithoutResult(transaction -> {
            engine.appendEvents(note("a", 0));
            transaction.setRollbackOnly();
        });

        assertThat(engine.readEvents("a").hasNext()).isFalse();
    }

    @Test
    void an_append_that_nobody_would_commit_is_refused() throws SQLException {
        try (Connection connection = test.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var poolWithoutAutoCommit = new SingleConnectionDataSource(connection, true);
            var other = new PostgresEventStorageEngine(
                    poolWithoutAutoCommit, test.serializer, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll());

            assertThatThrownBy(() -> other.appendEvents(note("a", 0))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_event_of_no_aggregate_is_kept_too() {
        engine.appendEvents(List.of(GenericEventMessage.asEventMessage(new NoteWritten("loose"))));

        assertThat(texts(null)).containsExactly("loose");
    }

    @Test
    void the_newest_snapshot_is_kept() {
        engine.storeSnapshot(event("a", 5, new Summary("five")));
        engine.storeSnapshot(event("a", 9, new Summary("nine")));
        engine.storeSnapshot(event("a", 7, new Summary("seven")));

        assertThat(engine.readSnapshot("a")).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.getSequenceNumber()).isEqualTo(9);
            assertThat(snapshot.getPayload()).isEqualTo(new Summary("nine"));
        });
        assertThat(engine.readSnapshot("b")).isEmpty();
    }

    @Test
    void a_head_token_stands_after_all_that_is_committed() {
        engine.appendEvents(note("a", 0));
        TrackingToken head = engine.createHeadToken();
        engine.appendEvents(note("a", 1));

        assertThat(texts(head)).containsExactly("a/1");
    }

    @Test
    void a_head_token_is_refused_to_a_transaction_that_has_written() {
        test.transactions.executeWithoutResult(_ -> {
            engine.appendEvents(note("a", 0));
            assertThatThrownBy(engine::createHeadToken).isInstanceOf(EventStoreException.class);
        });
    }

    @Test
    void a_token_at_an_instant_stands_before_what_occurred_from_then_on() {
        engine.appendEvents(note("a", 0), note("a", 1));
        Instant second = engine.readEvents("a", 1).next().getTimestamp();

        assertThat(texts(engine.createTokenAt(second))).contains("a/1");
        assertThat(texts(engine.createTokenAt(Instant.EPOCH))).containsExactly("a/0", "a/1");
        assertThat(texts(engine.createTokenAt(second.plusSeconds(1)))).isEmpty();
    }

    private List<String> texts(TrackingToken token) {
        return engine.readEvents(token, false)
                .map(EventMessage::getPayload)
                .map(payload -> ((NoteWritten) payload).text())
                .toList();
    }

    record Summary(String text) {}
}
