package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a gathering. */
public record GatheringId(@JsonValue UUID value) {

    @JsonCreator
    public GatheringId {}

    public static GatheringId next() {
        return new GatheringId(Ids.next());
    }

    public static GatheringId of(String text) {
        return new GatheringId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
