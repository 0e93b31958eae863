package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a category of gatherings. */
public record CategoryId(@JsonValue UUID value) {

    @JsonCreator
    public CategoryId {}

    public static CategoryId next() {
        return new CategoryId(Ids.next());
    }

    public static CategoryId of(String text) {
        return new CategoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
