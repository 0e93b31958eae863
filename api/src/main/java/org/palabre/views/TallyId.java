package org.palabre.views;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a tally: what one node has counted for a while. */
public record TallyId(@JsonValue UUID value) {

    @JsonCreator
    public TallyId {}

    public static TallyId next() {
        return new TallyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
