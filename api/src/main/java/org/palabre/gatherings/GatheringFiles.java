package org.palabre.gatherings;

import java.util.UUID;

/** Under which keys the files of gatherings are stored: everything of a gathering's below one. */
public final class GatheringFiles {

    private GatheringFiles() {}

    /** A picture that a gathering shows. */
    public static String image(GatheringId gatheringId, UUID image) {
        return "gatherings/%s/image/%s".formatted(gatheringId, image);
    }
}
