package org.palabre.queues;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a company, and with it its queue. */
public record CompanyId(@JsonValue UUID value) {

    @JsonCreator
    public CompanyId {}

    public static CompanyId next() {
        return new CompanyId(Ids.next());
    }

    public static CompanyId of(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
