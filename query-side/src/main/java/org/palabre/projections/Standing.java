package org.palabre.projections;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a projection stands, as the catalogue has it.
 *
 * @param led whether this node leads it
 * @param free whether this node may take the lead
 * @param failed what its leader last told
 * @param position how far the generation is that matters now, as its leader last told
 */
record Standing(
        String projection,
        int live,
        @Nullable Integer building,
        boolean led,
        boolean free,
        boolean failed,
        long position) {

    OptionalInt next() {
        return building == null ? OptionalInt.empty() : OptionalInt.of(building);
    }
}
