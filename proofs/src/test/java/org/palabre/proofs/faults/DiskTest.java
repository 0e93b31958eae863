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

/** A disk that is full, and has space again later. */
@ExtendWith(Report.class)
class DiskTest {

    private static final int MEBIBYTES = 400;
    private static final int FILLINGS = Size.of("fillings", 1, 10);

    @TempDir
    Path place;

    @Test
    void nothing_promised_is_lost_when_the_disk_is_full_and_work_goes_on_when_there_is_space(Proof proof)
            throws Exception {
        try (var disk = SmallDisk.at(place, MEBIBYTES);
                var platform = Platform.start(disk.home());
                var day = FairDay.on(platform, proof.random())) {
            for (int filling = 1; filling <= FILLINGS; filling++) {
                day.actDuring(() -> {
                    day.awaitDone(30);
                    disk.fill();
                    day.awaitUnknown(50);
                    disk.free();
                    day.awaitDone(30);
                });
                day.judge();
            }
            proof.did("%d times no space on a volume of %d MiB; %s", FILLINGS, MEBIBYTES, day);
        }
    }
}
