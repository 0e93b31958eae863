package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration NOW = Duration.ZERO;

    private long time;
    private final Turns turns = new Turns(10, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return time;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void so_many_go_at_once_and_the_others_line_up() {
        for (int who = 0; who < 10; who++) {
            assertThat(turns.take(who)).isEqualTo(NOW);
        }
        assertThat(turns.take("first in line")).isEqualTo(Duration.ofMillis(100));
        assertThat(turns.take("second in line")).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whoever_comes_back_has_kept_the_place() {
        IntStream.range(0, 100).forEach(turns::take);

        assertThat(turns.take("late")).isEqualTo(Duration.ofMillis(9_100));
        assertThat(turns.take("late")).as("asked again").isEqualTo(Duration.ofMillis(9_100));
        pass(Duration.ofSeconds(9));
        assertThat(turns.take("later")).isEqualTo(Duration.ofMillis(200));
        assertThat(turns.take("late")).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
        assertThat(turns.take("late")).isEqualTo(NOW);
        assertThat(turns.take("late")).as("the next time").isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void however_many_come_at_once_no_more_go_than_may() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waits = IntStream.range(0, 200)
                    .mapToObj(who -> threads.submit(() -> turns.take(who)))
                    .toList();
            var gone = 0;
            for (var wait : waits) {
                gone += wait.get().isZero() ? 1 : 0;
            }
            assertThat(gone).isEqualTo(10);
        }
        pass(Duration.ofSeconds(1));
        assertThat(IntStream.range(0, 200)
                        .filter(who -> turns.take(who).isZero())
                        .count())
                .isLessThanOrEqualTo(11);
    }

    private void pass(Duration duration) {
        time += duration.toNanos();
    }
}
