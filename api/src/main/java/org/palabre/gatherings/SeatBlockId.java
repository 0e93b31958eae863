package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies one block of a gathering's seats; it derives from the gathering and the block's number. */
public record SeatBlockId(@JsonValue UUID value) {

    @JsonCreator
    public SeatBlockId {}

    /**
     * The id of a block.
     *
     * @param number from 0
     */
    public static SeatBlockId of(GatheringId gatheringId, int number) {
        return new SeatBlockId(Ids.derived("seats:" + number, gatheringId.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
