package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a ticket. It derives from the ticket's code, so that whoever has the code finds the ticket; nobody gets from it to the code. */
public record TicketId(@JsonValue UUID value) {

    @JsonCreator
    public TicketId {}

    /** The ticket with this code, if there is one. */
    public static TicketId ofCode(String code) {
        return new TicketId(Ids.derived("ticket", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8))));
    }

    public static TicketId of(String text) {
        return new TicketId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
