package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.palabre.eventstore.TestStore.newAggregate;
import static org.palabre.eventstore.TestStore.note;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.eventstore.NoteEvent.NoteWritten;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class EventStreamTest {

    @AutoClose
    private final TestStore test = new TestStore();

    @Test
    void a_commit_wakes_whoever_waits() throws InterruptedException {
        try (var stream = test.store.openStream(null)) {
            var woken = new CountDownLatch(2); // once when it is set, once by the commit
            stream.setOnAvailableCallback(() -> {
                if (woken.getCount() == 2 || stream.hasNextAvailable()) {
                    woken.countDown();
                }
            });
            assertThat(stream.hasNextAvailable()).isFalse();

            test.publish(note("a", 0));

            assertThat(woken.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(text(stream.nextAvailable())).isEqualTo("a/0");
        }
    }

    @Test
    void what_another_process_commits_is_seen_too() throws InterruptedException {
        try (var stream = test.store.openStream(null);
                TestStore another = test.another()) {
            another.publish(note("a", 0));

            assertThat(text(stream.nextAvailable())).isEqualTo("a/0");
        }
    }

    @Test
    void a_stream_goes_on_after_its_token() throws InterruptedException {
        test.publish(note("a", 0), note("a", 1));
        try (var stream = test.store.openStream(test.store.createTailToken())) {
            var token = stream.nextAvailable().trackingToken();
            try (var next = test.store.openStream(token)) {
                assertThat(text(next.nextAvailable())).isEqualTo("a/1");
            }
        }
    }

    @Test
    void each_event_is_delivered_once_while_another_thread_asks_for_more() throws Exception {
        var stream = test.store.openStream(null);
        try (var asking = Executors.newSingleThreadExecutor();
                stream) {
            var done = new AtomicBoolean();
            var asked = asking.submit(() -> {
                while (!done.get()) {
                    stream.hasNextAvailable();
                }
            });
            for (int sequence = 0; sequence < 500; sequence++) {
                test.publish(note("a", sequence));
                assertThat(text(stream.nextAvailable())).isEqualTo("a/" + sequence);
            }
            done.set(true);
            asked.get();
        }
    }

    @Test
    void peeking_moves_nothing() throws InterruptedException {
        test.publish(note("a", 0));
        try (var stream = test.store.openStream(null)) {
            await().until(stream::hasNextAvailable);

            assertThat(stream.peek())
                    .hasValueSatisfying(event -> assertThat(text(event)).isEqualTo("a/0"));
            assertThat(text(stream.nextAvailable())).isEqualTo("a/0");
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void a_stream_from_far_behind_catches_up_while_others_write() throws Exception {
        for (int i = 0; i < 20; i++) {
            publishMany(500);
        }
        try (var live = test.store.openStream(test.store.createHeadToken());
                var behind = test.store.openStream(null);
                var threads = Executors.newFixedThreadPool(2)) {
            var writing = threads.submit(() -> IntStream.range(0, 60).forEach(_ -> publishMany(50)));

            List<Long> all = read(behind, 13_000);
            List<Long> news = read(live, 3_000);

            writing.get();
            List<Long> stored = test.jdbc.queryForList("select global_index from event order by 1", Long.class);
            assertThat(all).isEqualTo(stored);
            assertThat(news).isEqualTo(stored.subList(10_000, 13_000));
        }
    }

    @Test
    void a_head_token_of_a_store_that_reads_waits_for_nobody() throws InterruptedException {
        try (var stream = test.store.openStream(null)) {
            var reads = new CountDownLatch(2); // once when it is set, once by the thread that reads
            stream.setOnAvailableCallback(reads::countDown);
            test.publish(note("a", 0));
            assertThat(reads.await(1, TimeUnit.MINUTES)).isTrue();
            try (Writer frozen = new Writer(test, test.engine)) {
                frozen.append(note("frozen", 0));
                test.publish(note("a", 1));

                assertThat(Position.of(test.store.createHeadToken())).isEqualTo(1);
            }
        }
    }

    @Test
    void an_outage_of_the_database_loses_nothing_and_is_logged_once(CapturedOutput output) throws InterruptedException {
        try (var stream = test.store.openStream(null)) {
            test.publish(note("a", 0));
            assertThat(text(stream.nextAvailable())).isEqualTo("a/0");

            test.jdbc.execute("alter table event rename to gone");
            await().until(() -> output.getOut().contains("Cannot read events; trying again"));
            test.jdbc.execute("alter table gone rename to event");
            test.publish(note("a", 1));

            assertThat(text(stream.nextAvailable())).isEqualTo("a/1");
            await().until(() -> output.getOut().contains("Reading events again"));
            assertThat(output.getOut()).containsOnlyOnce("Cannot read events; trying again");
        }
    }

    @Test
    void a_pooled_processor_handles_old_events_and_is_woken_by_new_ones() {
        test.publish(note("a", 0));
        List<String> handled = new CopyOnWriteArrayList<>();
        var tokens = new InMemoryTokenStore();
        var threads = Executors.newScheduledThreadPool(2);
        var processor = PooledStreamingEventProcessor.builder()
                .name("notes")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Object() {
                            @EventHandler
                            void on(NoteWritten written) {
                                handled.add(written.text());
                            }
                        })
                        .build())
                .messageSource(test.store)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
        processor.start();
        try {
            await().until(() -> handled.contains("a/0"));
            test.publish(note("a", 1), note("a", 2));
            await().untilAsserted(() -> assertThat(handled).containsExactlyInAnyOrder("a/0", "a/1", "a/2"));
        } finally {
            processor.shutDown();
            threads.shutdown();
        }
    }

    @Test
    void a_closed_store_ends_its_streams() throws Exception {
        var stream = test.store.openStream(null);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = threads.submit(stream::nextAvailable);

            test.store.close();

            assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(IllegalStateException.class);
            assertThat(stream.hasNextAvailable(1, TimeUnit.MINUTES)).isFalse();
        }
    }

    private void publishMany(int count) {
        String aggregate = newAggregate();
        test.publish(IntStream.range(0, count)
                .mapToObj(sequence -> note(aggregate, sequence))
                .toArray(DomainEventMessage<?>[]::new));
    }

    private static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> indexes = new ArrayList<>();
        while (indexes.size() < count && stream.hasNextAvailable(1, TimeUnit.MINUTES)) {
            indexes.add(Position.of(stream.nextAvailable().trackingToken()));
        }
        return indexes;
    }

    private static String text(TrackedEventMessage<?> event) {
        return ((NoteWritten) event.getPayload()).text();
    }
}
