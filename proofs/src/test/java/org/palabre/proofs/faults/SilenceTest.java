package org.palabre.proofs.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.platform.Postgres;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** A network that forgets connections and tells neither end, as one that lost power does. */
@ExtendWith(Report.class)
@OneShape("what happens in PostgreSQL happens to the event store too")
class SilenceTest {

    private static final int SILENCES = Size.of("silences", 1, 5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path home;

    @Test
    void connections_that_go_silent_are_given_up_and_work_goes_on(Proof proof) throws Exception {
        try (var postgres = Postgres.startIn(home, PATIENCE);
                var wire = Wire.to(postgres.port());
                var platform = Platform.start(
                        home,
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                "jdbc:postgresql://127.0.0.1:%d/postgres?socketTimeout=%d"
                                        .formatted(wire.port(), PATIENCE.toSeconds()),
                                "SPRING_DATASOURCE_USERNAME",
                                "postgres"));
                var day = FairDay.on(platform, proof.random())) {
            for (int silence = 1; silence <= SILENCES; silence++) {
                day.actDuring(() -> {
                    day.awaitDone(30);
                    wire.goSilent();
                    day.awaitDone(30);
                });
                day.judge();
            }
            proof.did("%d times silence, given up after %s on either side; %s", SILENCES, PATIENCE, day);
        }
    }
}
