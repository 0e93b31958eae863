package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitTest {

    private final MovableTime time = new MovableTime();
    private final Limit limit = new Limit(5, time);

    @Test
    void five_a_minute_are_five_in_the_whole_minute() {
        for (int call = 0; call < 5; call++) {
            assertThat(refusal("ada")).isEmpty();
            time.passes(Duration.ofSeconds(11));
        }

        assertThat(refusal("ada")).isPresent();
        assertThat(refusal("grace")).isEmpty();
    }

    @Test
    void who_waits_as_long_as_told_is_let_through() {
        take("ada", 5);
        time.passes(Duration.ofMillis(17_600));
        var seconds = refusal("ada").orElseThrow().seconds();

        assertThat(seconds).isEqualTo(43);
        time.passes(Duration.ofSeconds(seconds - 1));
        assertThat(refusal("ada").orElseThrow().seconds()).isEqualTo(1);
        time.passes(Duration.ofSeconds(1));
        take("ada", 5);
        assertThat(refusal("ada")).isPresent();
    }

    @Test
    void what_is_refused_or_given_back_does_not_count() {
        take("ada", 5);
        assertThat(refusal("ada")).isPresent();
        time.passes(Duration.ofMinutes(1));

        take("ada", 5);
        limit.giveBack("ada");
        assertThat(refusal("ada")).isEmpty();
        assertThat(refusal("ada")).isPresent();
    }

    @Test
    void of_many_at_once_five_are_let_through() throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> call = () -> refusal("ada").isEmpty();
            var through = 0;
            for (var each :
                    crowd.invokeAll(IntStream.range(0, 200).mapToObj(_ -> call).toList())) {
                through += each.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(5);
        }
    }

    @Test
    void a_limit_of_none_is_off() {
        var off = new Limit(0, time);

        for (int call = 0; call < 1_000; call++) {
            off.take("ada");
        }
        off.giveBack("ada");
    }

    @Test
    void seconds_are_whole_and_suffice() {
        assertThat(new TooManyRequests(Duration.ofNanos(1)).seconds()).isEqualTo(1);
        assertThat(new TooManyRequests(Duration.ofSeconds(2)).seconds()).isEqualTo(2);
        assertThat(new TooManyRequests(Duration.ofSeconds(2).plusNanos(1)).seconds())
                .isEqualTo(3);
    }

    private void take(String who, int times) {
        for (int call = 0; call < times; call++) {
            limit.take(who);
        }
    }

    private Optional<TooManyRequests> refusal(String who) {
        try {
            limit.take(who);
            return Optional.empty();
        } catch (TooManyRequests refused) {
            return Optional.of(refused);
        }
    }

    private static final class MovableTime implements TimeMeter {

        private long now = Long.MIN_VALUE / 2;

        void passes(Duration duration) {
            now += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
