package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a ticket type, within its gathering. */
public record TicketTypeId(@JsonValue UUID value) {

    @JsonCreator
    public TicketTypeId {}

    public static TicketTypeId next() {
        return new TicketTypeId(Ids.next());
    }

    public static TicketTypeId of(String text) {
        return new TicketTypeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
