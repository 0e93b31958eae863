package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int A_SECOND = 10;

    private long now;

    private record Visit(long at, int who) {}

    /** Those who wait come back when they were told to, for as long as it takes. */
    @Property(tries = 50)
    void nobody_goes_too_soon_nobody_is_forgotten_and_hardly_a_turn_is_lost(
            @ForAll @IntRange(min = 100, max = 2_000) int all, @ForAll long seed) {
        now = 0;
        var turns = turns(new Random(seed));
        var visits = new PriorityQueue<>(Comparator.comparingLong(Visit::at));
        IntStream.range(0, all).forEach(who -> visits.add(new Visit(0, who)));
        var gone = new TreeMap<Long, Integer>();
        var tries = 0;
        while (!visits.isEmpty()) {
            var visit = visits.remove();
            now = visit.at();
            tries++;
            var pause = turns.take(visit.who());
            if (pause.isZero()) {
                gone.merge(TimeUnit.NANOSECONDS.toSeconds(now), 1, Integer::sum);
            } else {
                visits.add(new Visit(now + pause.toNanos(), visit.who()));
            }
        }

        assertThat(gone.values()).allMatch(number -> number <= 2 * A_SECOND);
        var seconds = all / A_SECOND;
        assertThat(gone.lastKey()).as("when the last went").isBetween(seconds - 2L, 2L * seconds + 10);
        assertThat(tries).isLessThan(5 * all);
    }

    @Test
    void however_many_come_at_once_no_more_go_than_may() throws Exception {
        var turns = turns(new Random());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pauses = IntStream.range(0, 200)
                    .mapToObj(who -> threads.submit(() -> turns.take(who)))
                    .toList();
            var gone = 0;
            for (var pause : pauses) {
                gone += pause.get().isZero() ? 1 : 0;
            }
            assertThat(gone).isEqualTo(A_SECOND);
        }
    }

    private Turns turns(Random random) {
        return new Turns(
                A_SECOND,
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return now;
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                },
                random);
    }
}
