package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a plan. */
public record PlanId(@JsonValue UUID value) {

    @JsonCreator
    public PlanId {}

    public static PlanId next() {
        return new PlanId(Ids.next());
    }

    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
