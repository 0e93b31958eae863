package org.palabre.proofs.faults;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** Power cuts: processes end at once, at any moment, and the platform starts again on what is left. */
@ExtendWith(Report.class)
@OneShape("around Axon Server there are more processes to kill")
class KillsTest {

    private static final int KILLS = Size.of("kills", 5, 100);
    private static final int ROUNDS_BETWEEN_JUDGEMENTS = Size.of("rounds", 1, 5);
    private static final int LONGEST_ROUND = 150;

    @TempDir
    Path home;

    private enum Victim {
        THE_APPLICATION,
        THE_DATABASE,
        BOTH
    }

    @Test
    void nothing_promised_is_lost_and_nothing_happens_twice_when_processes_are_killed(Proof proof) throws Exception {
        var random = proof.random();
        Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
        try (var platform = Platform.start(home);
                var day = FairDay.on(platform, random)) {
            for (int round = 1; round <= KILLS; round++) {
                var victim = Victim.values()[random.nextInt(Victim.values().length)];
                var moment = 1 + random.nextInt(LONGEST_ROUND);
                day.actDuring(() -> {
                    day.awaitDone(moment);
                    kill(victim, platform, day);
                    platform.start();
                    day.awaitDone(1);
                });
                kills.merge(victim, 1, Integer::sum);
                if (round % ROUNDS_BETWEEN_JUDGEMENTS == 0 || round == KILLS) {
                    day.judge();
                }
                day.openStands(1);
                proof.did("kill -9 of %s; %s", kills, day);
            }
        }
    }

    private static void kill(Victim victim, Platform platform, FairDay day) {
        switch (victim) {
            case THE_APPLICATION -> platform.kill();
            case THE_DATABASE -> {
                platform.killDatabase();
                // it is left alone with its clients for a while
                day.awaitUnknown(20);
                platform.kill();
            }
            case BOTH -> {
                platform.killDatabase();
                platform.kill();
            }
        }
    }
}
