package org.palabre.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingPausesTest {

    @Test
    void pauses_grow_by_half() {
        assertThat(IntStream.range(0, 4).mapToObj(GrowingPauses::after))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(2250),
                        Duration.ofMillis(3375));
    }

    @Test
    void no_pause_is_longer_than_five_minutes() {
        assertThat(GrowingPauses.after(14)).isLessThan(Duration.ofMinutes(5));
        assertThat(GrowingPauses.after(15)).isEqualTo(Duration.ofMinutes(5));
        assertThat(GrowingPauses.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }
}
