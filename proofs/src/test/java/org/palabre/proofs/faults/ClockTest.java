package org.palabre.proofs.faults;

import static org.palabre.platform.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** A clock that somebody sets while the platform runs. */
@ExtendWith(Report.class)
@OneShape("a clock is moved for one process only")
class ClockTest {

    private static final int ROUNDS = Size.of("clock-rounds", 1, 10);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @TempDir
    Path home;

    @Test
    void nothing_depends_on_the_time_of_day_going_one_way(Proof proof) throws Exception {
        var clock = Clock.in(home);
        try (var platform = Platform.start(home, clock.environment());
                var day = FairDay.on(platform, proof.random())) {
            for (int round = 1; round <= ROUNDS; round++) {
                day.actDuring(() -> {
                    for (var shift : List.of(AN_HOUR, Duration.ZERO, AN_HOUR.negated(), Duration.ZERO)) {
                        clock.move(shift);
                        await().until(() -> isAhead(platform, shift));
                        day.awaitDone(100);
                    }
                });
                day.judge();
            }
            proof.did(
                    "%d times an hour ahead, back, an hour behind and forth, of platform and PostgreSQL; %s",
                    ROUNDS, day);
        }
    }

    private static boolean isAhead(Platform platform, Duration shift) {
        var date = platform.anyone().get("/health").header("Date");
        var seen =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Duration.between(Instant.now().plus(shift), seen).abs().compareTo(Duration.ofMinutes(1)) < 0;
    }
}
