package org.palabre.web;

import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads days that are written as the contract has them, {@code 2026-11-20}, and in no other way. */
class CalendarDay extends StdScalarDeserializer<LocalDate> {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    CalendarDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        var text = parser.getString();
        try {
            return LocalDate.parse(text, FORM);
        } catch (DateTimeException none) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
        }
    }
}
