package org.palabre.proofs.axonserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.AxonServer;
import org.palabre.platform.DistributedPlatform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Power cuts of one process among several, each of which goes on and finds the other again. */
@ExtendWith(Report.class)
@Tag("around-axon-server")
class AnyProcessTest {

    private static final int KILLS = Size.of("kills", 5, 50);
    private static final int LONGEST_ROUND = 100;

    @TempDir
    Path home;

    private enum Victim {
        THE_COMMAND_SIDE,
        THE_QUERY_SIDE_THAT_LEADS,
        THE_OTHER_QUERY_SIDE,
        THE_DATABASE,
        AXON_SERVER
    }

    @Test
    void nothing_promised_is_lost_and_nothing_happens_twice_when_any_process_is_killed(Proof proof) throws Exception {
        var random = proof.random();
        var axonServer = AxonServerProcess.of(AxonServer.named());
        var victims = new ArrayList<>(EnumSet.allOf(Victim.class));
        if (axonServer.isEmpty()) {
            victims.remove(Victim.AXON_SERVER);
        }
        Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
        try (var platform = DistributedPlatform.withCommandSides(1, home);
                var day = FairDay.on(platform, random)) {
            for (int kill = 0; kill < KILLS; kill++) {
                if (kill % victims.size() == 0) {
                    Collections.shuffle(victims, random);
                }
                var victim = victims.get(kill % victims.size());
                var moment = 1 + random.nextInt(LONGEST_ROUND);
                day.actDuring(() -> {
                    day.awaitDone(moment);
                    switch (victim) {
                        case THE_COMMAND_SIDE -> platform.killCommandSide();
                        case THE_QUERY_SIDE_THAT_LEADS -> platform.killQuerySide(leader(platform));
                        case THE_OTHER_QUERY_SIDE -> platform.killQuerySide(other(platform));
                        case THE_DATABASE -> platform.killDatabase();
                        case AXON_SERVER -> restart(axonServer.orElseThrow());
                    }
                    platform.start();
                    day.awaitDone(1);
                });
                kills.merge(victim, 1, Integer::sum);
                day.judge();
                day.openStands(1);
                proof.did("kill -9 of %s; %s", kills, day);
            }
        }
    }

    private static void restart(AxonServerProcess axonServer) throws IOException {
        axonServer.kill();
        axonServer.start();
    }

    /** The node that folds the fair's events now. */
    private static String leader(DistributedPlatform platform) {
        return JdbcClient.create(new DriverManagerDataSource(platform.database()))
                .sql("select owner from token where processor_name like 'queues%' order by updated_at desc limit 1")
                .query(String.class)
                .single();
    }

    private static String other(DistributedPlatform platform) {
        var leader = leader(platform);
        return platform.querySides().stream()
                .filter(node -> !node.equals(leader))
                .findFirst()
                .orElseThrow();
    }
}
