package org.palabre.proofs.faults;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** A disk that is full, and has space again later. */
@ExtendWith(Report.class)
@OneShape("the full disk is that of the database that the platform starts itself")
class DiskTest {

    private static final int MEBIBYTES = 400;
    private static final int FILLINGS = Size.of("fillings", 1, 10);

    @TempDir
    Path place;

    @Test
    void nothing_promised_is_lost_when_the_disk_is_full_and_work_goes_on_when_there_is_space(Proof proof)
            throws Exception {
        var ends = new AtomicInteger();
        try (var disk = SmallDisk.at(place, MEBIBYTES);
                var platform = Platform.start(disk.home());
                var day = FairDay.on(platform, proof.random())) {
            for (int filling = 1; filling <= FILLINGS; filling++) {
                day.actDuring(() -> {
                    day.awaitDone(30);
                    disk.fill();
                    day.awaitUnknown(50);
                    disk.free();
                    if (!platform.databaseRuns()) {
                        // PostgreSQL ends itself when there is no space for the next segment of its log
                        platform.kill();
                        platform.start();
                        ends.incrementAndGet();
                    }
                    day.awaitDone(30);
                });
                day.judge();
            }
            proof.did(
                    "%d times no space on a volume of %d MiB, of which PostgreSQL ended %d times; %s",
                    FILLINGS, MEBIBYTES, ends.get(), day);
        }
    }
}
