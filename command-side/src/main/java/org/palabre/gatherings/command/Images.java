package org.palabre.gatherings.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.palabre.deadlines.Deadlines;
import org.palabre.gatherings.GatheringFiles;
import org.palabre.gatherings.GatheringId;
import org.palabre.pictures.Pictures;
import org.palabre.storage.FileKey;
import org.palabre.storage.Storage;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The files of gatherings' pictures. They are stored before a gathering shows them, and deleted by deadlines, each of which
 * asks the gathering first: whatever fails or crashes in between, a picture that is shown has its file, and others soon have
 * none.
 */
@Component
class Images {

    /** In pixels, wide and high at most. */
    static final List<Integer> SIZES = List.of(1_600);

    /** How long a command that was announced may still come. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Storage storage;
    private final Deadlines deadlines;
    private final Clock clock;

    Images(Storage storage, Deadlines deadlines, Clock clock) {
        this.storage = storage;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Stores a picture that the gathering is about to show. */
    void store(GatheringId gatheringId, UUID image, Resource file) {
        var end = clock.instant().plus(PATIENCE);
        discard("stored", gatheringId, image, end, end);
        storage.store(new FileKey(GatheringFiles.image(gatheringId, image)), Pictures.MEDIA_TYPE, file);
    }

    /** Deletes a picture as soon as the gathering shows it no more. */
    void replaced(GatheringId gatheringId, UUID image) {
        var now = clock.instant();
        discard("replaced", gatheringId, image, now, now.plus(PATIENCE));
    }

    /** Deletes a picture that the gathering did not come to show; if nobody knows whether it did, it is asked again later. */
    void refused(GatheringId gatheringId, UUID image) {
        var now = clock.instant();
        discard("refused", gatheringId, image, now, now);
    }

    private void discard(String why, GatheringId gatheringId, UUID image, Instant at, Instant until) {
        deadlines.schedule("image-%s-%s".formatted(image, why), at, new DiscardImage(gatheringId, image, until));
    }
}
