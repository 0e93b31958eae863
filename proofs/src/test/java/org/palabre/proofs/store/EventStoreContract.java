package org.palabre.proofs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.palabre.proofs.store.NoteEvent.NoteWritten;

/** What the platform relies on in an event store, whichever it is. */
abstract class EventStoreContract {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String one = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    abstract EventStore store();

    /** Appends all of them in one commit. */
    abstract void append(DomainEventMessage<?>... events);

    /** Whether an append was refused because another was first. */
    abstract boolean isConflict(Throwable refusal);

    @Test
    void what_was_appended_is_read_again_in_its_order() {
        append(note(one, 0), note(one, 1));
        append(note(one, 2));

        assertThat(sequences(one)).containsExactly(0L, 1L, 2L);
        assertThat(store().readEvents(one, 1).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(1L, 2L);
        assertThat(store().readEvents(one).next().getPayload()).isEqualTo(new NoteWritten(one + "/0"));
        assertThat(store().lastSequenceNumberFor(one)).hasValue(2L);
        assertThat(store().lastSequenceNumberFor(other)).isEmpty();
        assertThat(sequences(other)).isEmpty();
    }

    @Test
    void a_place_in_an_aggregate_is_taken_once() {
        append(note(one, 0));

        assertThatThrownBy(() -> append(note(one, 0))).matches(this::isConflict);

        assertThat(sequences(one)).containsExactly(0L);
    }

    @Test
    void of_several_aggregates_in_one_commit_all_are_written_or_none() {
        append(note(one, 0), note(other, 0));

        assertThatThrownBy(() -> append(note(other, 1), note(one, 0))).matches(this::isConflict);
        assertThat(sequences(other)).containsExactly(0L);

        append(note(other, 1), note(one, 1));
        assertThat(sequences(one)).containsExactly(0L, 1L);
        assertThat(sequences(other)).containsExactly(0L, 1L);
    }

    @Test
    void of_many_who_want_the_same_places_one_gets_them_all() throws Exception {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                var sequence = round;
                var together = new CountDownLatch(WRITERS);
                List<Future<Boolean>> attempts = IntStream.range(0, WRITERS)
                        .mapToObj(_ -> threads.submit(() -> {
                            together.countDown();
                            together.await();
                            return appended(note(one, sequence), note(other, sequence));
                        }))
                        .toList();
                int winners = 0;
                for (var attempt : attempts) {
                    winners += attempt.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        }
        assertThat(sequences(one)).hasSize(ROUNDS);
        assertThat(sequences(other)).hasSize(ROUNDS);
    }

    @Test
    void a_snapshot_stands_for_what_came_before_it() {
        append(note(one, 0), note(one, 1), note(one, 2));

        store().storeSnapshot(new GenericDomainEventMessage<>("Note", one, 1, new NoteWritten("until here")));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sequences(one)).containsExactly(1L, 2L));
        assertThat(store().readEvents(one).next().getPayload()).isEqualTo(new NoteWritten("until here"));
        append(note(one, 3));
        assertThat(sequences(one)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void who_follows_while_many_write_gets_each_event_once_in_an_order_that_stays() throws Exception {
        var before = store().createHeadToken();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var following = threads.submit(() -> read(before, WRITERS * ROUNDS * 2));
            for (int writer = 0; writer < WRITERS; writer++) {
                var left = UUID.randomUUID().toString();
                var right = UUID.randomUUID().toString();
                threads.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        append(note(left, round), note(right, round));
                    }
                });
            }
            var followed = following.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(followed.stream().map(Stored::index).toList())
                    .doesNotHaveDuplicates()
                    .isSorted();
            var next = new HashMap<String, Long>();
            for (var stored : followed) {
                var event = stored.event();
                assertThat(event.sequence()).isEqualTo(next.getOrDefault(event.aggregate(), 0L));
                next.put(event.aggregate(), event.sequence() + 1);
            }
            assertThat(next)
                    .hasSize(WRITERS * 2)
                    .allSatisfy((_, written) -> assertThat(written).isEqualTo(ROUNDS));
            assertThat(read(before, followed.size())).isEqualTo(followed);
        }
    }

    @Test
    void who_begins_now_is_told_what_comes_and_who_begins_at_the_start_everything() throws Exception {
        append(note(one, 0));
        var now = store().createHeadToken();
        append(note(other, 0));

        assertThat(read(now, 1).getFirst().event().aggregate()).isEqualTo(other);
        var first = read(null, 1).getFirst();
        assertThat(read(store().createTailToken(), 1).getFirst()).isEqualTo(first);
    }

    /** So many events from there on. */
    private List<Stored> read(TrackingToken from, int number) throws InterruptedException {
        var read = new ArrayList<Stored>();
        try (var stream = store().openStream(from)) {
            while (read.size() < number && stream.hasNextAvailable((int) PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                var next = stream.nextAvailable();
                read.add(new Stored(
                        next.trackingToken().position().orElseThrow(), Event.of((DomainEventMessage<?>) next)));
            }
        }
        return read;
    }

    private boolean appended(DomainEventMessage<?>... events) {
        try {
            append(events);
            return true;
        } catch (RuntimeException refusal) {
            assertThat(refusal).matches(this::isConflict);
            return false;
        }
    }

    private List<Long> sequences(String aggregate) {
        return store().readEvents(aggregate)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    private static DomainEventMessage<?> note(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>(
                "Note", aggregate, sequence, new NoteWritten(aggregate + "/" + sequence));
    }
}
