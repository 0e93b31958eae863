package org.palabre.proofs.axonserver;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.DistributedPlatform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** Two processes that decide, which the gateway asks in turn: no two requests that race go to the same one. */
@ExtendWith(Report.class)
@Tag("around-axon-server")
class TwoCommandSidesTest {

    private static final int REQUESTS = Size.of("requests", 500, 10_000);

    @TempDir
    static Path home;

    private static DistributedPlatform platform;

    @BeforeAll
    static void start() {
        platform = DistributedPlatform.withCommandSides(2, home);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void the_rules_of_the_fair_hold_across_two_who_decide(Proof proof) throws Exception {
        try (var day = FairDay.on(platform, proof.random())) {
            day.actUntilDone(REQUESTS);

            day.judge();
            proof.did("%s", day);
        }
    }

    @Test
    void a_request_that_comes_to_both_at_once_happens_once(Proof proof) throws Exception {
        try (var day = FairDay.ofTheInsistentOn(platform, proof.random())) {
            day.actUntilDone(REQUESTS);

            day.judge();
            proof.did("every POST 1 to 3 times at once, one in four again later, with its Idempotency-Key; %s", day);
        }
    }
}
