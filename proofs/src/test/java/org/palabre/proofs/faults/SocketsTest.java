package org.palabre.proofs.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** Many who follow boards while the server goes away and comes back. */
@ExtendWith(Report.class)
class SocketsTest {

    private static final int SOCKETS = Size.of("sockets", 200, 1_000);
    private static final int RESTARTS = Size.of("restarts", 2, 10);

    @TempDir
    Path home;

    @Test
    void everybody_who_follows_a_board_comes_to_what_is_true_and_never_sees_time_go_back(Proof proof) throws Exception {
        var random = proof.random();
        try (var platform = Platform.start(home);
                var day = FairDay.on(platform, random)) {
            day.follow(SOCKETS);
            for (int restart = 1; restart <= RESTARTS; restart++) {
                var moment = 50 + random.nextInt(100);
                var inGoodOrder = random.nextBoolean();
                day.actDuring(() -> {
                    day.awaitDone(moment);
                    if (inGoodOrder) {
                        platform.stop();
                    } else {
                        platform.kill();
                    }
                    platform.start();
                    day.awaitDone(moment);
                });
            }
            day.judge();
            proof.did("%d restarts, with and without a farewell; %s", RESTARTS, day);
        }
    }
}
