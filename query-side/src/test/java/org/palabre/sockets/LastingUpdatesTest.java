package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastingUpdatesTest {

    private record HearNumbers() {}

    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final QueryUpdateEmitter emitter = bus.queryUpdateEmitter();
    private final AtomicInteger away = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final List<Integer> heard = new CopyOnWriteArrayList<>();
    private final LastingUpdates<Integer> updates =
            new LastingUpdates<>(new HearNumbers(), this::ask, heard::add, opened::incrementAndGet);

    @BeforeEach
    void somebodyAnswers() {
        var _ = bus.subscribe(HearNumbers.class.getName(), Integer.class, _ -> Optional.empty());
    }

    @AfterEach
    void close() {
        updates.close();
        assertThat(emitter.activeSubscriptions()).isEmpty();
    }

    @Test
    void updates_that_end_are_asked_for_again() {
        updates.open();
        emitter.emit(HearNumbers.class, _ -> true, 1);
        emitter.complete(HearNumbers.class, _ -> true);
        await().until(() -> opened.get() == 2);
        emitter.emit(HearNumbers.class, _ -> true, 2);
        emitter.completeExceptionally(HearNumbers.class, _ -> true, new IllegalStateException("Cut off"));
        await().until(() -> opened.get() == 3);
        emitter.emit(HearNumbers.class, _ -> true, 3);

        await().untilAsserted(() -> assertThat(heard).containsExactly(1, 2, 3));
    }

    @Test
    void who_answers_may_come_later() {
        away.set(2);
        updates.openInTime();
        await().until(() -> opened.get() == 1);
        emitter.emit(HearNumbers.class, _ -> true, 1);

        await().untilAsserted(() -> assertThat(heard).containsExactly(1));
    }

    private SubscriptionQueryResult<Integer, Integer> ask() {
        if (away.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            throw new IllegalStateException("Away");
        }
        return DefaultQueryGateway.builder()
                .queryBus(bus)
                .build()
                .subscriptionQuery(new HearNumbers(), Integer.class, Integer.class);
    }
}
