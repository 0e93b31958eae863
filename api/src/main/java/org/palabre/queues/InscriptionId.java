package org.palabre.queues;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies one student's place in one company's queue. */
public record InscriptionId(@JsonValue UUID value) {

    @JsonCreator
    public InscriptionId {}

    public static InscriptionId next() {
        return new InscriptionId(Ids.next());
    }

    public static InscriptionId of(String text) {
        return new InscriptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
