package org.palabre.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads instants as they are kept, so that they are answered as they are shown later: texts of ISO 8601, as fine as the
 * microseconds of the database, in the years of four digits. Few clients can read what is beyond, and far beyond it cannot
 * be stored.
 */
class CalendarInstant extends StdScalarDeserializer<Instant> {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    CalendarInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var text = parser.getString();
        return read(text)
                .orElseGet(() -> (Instant) context.handleWeirdStringValue(Instant.class, text, "no instant to keep"));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS))
                    .filter(instant -> !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
