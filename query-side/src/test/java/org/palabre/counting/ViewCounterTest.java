package org.palabre.counting;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.views.TallyCommand.CountViews;
import org.palabre.views.Viewed;
import org.palabre.web.Commands;
import org.palabre.web.Queries;

class ViewCounterTest {

    private static final Viewed CONCERT = new Viewed(Viewed.Kind.GATHERING, UUID.randomUUID());
    private static final Viewed PAGE = new Viewed(Viewed.Kind.PAGE, UUID.randomUUID());

    private final List<CountViews> stored = new CopyOnWriteArrayList<>();
    private final CountDownLatch storing = new CountDownLatch(1);
    private final CountDownLatch mayStore = new CountDownLatch(1);
    private final AtomicInteger answersLost = new AtomicInteger();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final ViewCounter counter = new ViewCounter(new Commands(
            bus,
            new Queries(DefaultQueryGateway.builder()
                    .queryBus(SimpleQueryBus.builder().build())
                    .build()),
            Duration.ZERO));

    ViewCounterTest() {
        bus.subscribe(CountViews.class.getName(), this::store);
    }

    private Object store(CommandMessage<?> command) throws InterruptedException {
        storing.countDown();
        mayStore.await();
        stored.add((CountViews) command.getPayload());
        if (answersLost.getAndDecrement() > 0) {
            throw new IllegalStateException("The answer got lost");
        }
        return true;
    }

    @Test
    void whoever_comes_while_a_batch_is_stored_is_counted_with_the_next() throws Exception {
        var looking = new ArrayList<Thread>();
        looking.add(Thread.startVirtualThread(() -> counter.count(PAGE)));
        storing.await();
        for (int i = 1; i < 100; i++) {
            var viewed = i % 4 == 0 ? PAGE : CONCERT;
            looking.add(Thread.startVirtualThread(() -> counter.count(viewed)));
        }
        await().until(() -> looking.stream()
                .allMatch(each ->
                        each.getState() == Thread.State.WAITING || each.getState() == Thread.State.TIMED_WAITING));
        mayStore.countDown();
        for (var each : looking) {
            each.join();
        }

        assertThat(stored).hasSize(2).extracting(CountViews::batch).containsExactly(1, 2);
        assertThat(counted()).containsEntry(CONCERT, 75).containsEntry(PAGE, 25);
    }

    @Test
    void what_may_be_stored_already_is_sent_again_as_it_is() {
        mayStore.countDown();
        answersLost.set(1);

        counter.count(CONCERT);

        assertThat(stored).hasSize(2);
        assertThat(stored.getFirst()).isEqualTo(stored.getLast());
    }

    @Test
    void who_cannot_be_counted_is_told_so_and_the_next_one_is_counted() {
        mayStore.countDown();
        answersLost.set(3);

        assertThatThrownBy(() -> counter.count(CONCERT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.is(Common.UNAVAILABLE)).isTrue());
        counter.count(PAGE);

        assertThat(stored.getLast().batch()).isEqualTo(2);
    }

    @Test
    void a_tally_does_not_grow_for_ever() {
        mayStore.countDown();
        for (int i = 0; i < 101; i++) {
            counter.count(CONCERT);
        }

        assertThat(stored.stream()
                        .collect(Collectors.groupingBy(CountViews::tallyId, Collectors.counting()))
                        .values())
                .containsExactlyInAnyOrder(100L, 1L);
    }

    private Map<Viewed, Integer> counted() {
        return stored.stream()
                .flatMap(batch -> batch.times().stream())
                .collect(toMap(Viewed.Times::viewed, Viewed.Times::count, Integer::sum));
    }
}
