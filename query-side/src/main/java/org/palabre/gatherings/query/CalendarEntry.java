package org.palabre.gatherings.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringStatus;

/** A gathering as a calendar of one event (RFC 5545). */
final class CalendarEntry {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Of a line, in octets, without its end (3.1). */
    private static final int LONGEST = 75;

    private final StringBuilder calendar = new StringBuilder();

    private CalendarEntry() {}

    /** Its identifier is the gathering's, so that a newer entry replaces an older one. */
    static String of(GatheringView gathering) {
        var entry = new CalendarEntry()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Palabre//Palabre//FR")
                .line("BEGIN", "VEVENT")
                .line("UID", gathering.id().toString())
                .line("DTSTAMP", time(gathering.updatedAt()))
                .line("SEQUENCE", Long.toString(gathering.version()))
                .line("CREATED", time(gathering.createdAt()))
                .line("DTSTART", time(gathering.startsAt()))
                .line("DTEND", time(gathering.endsAt()))
                .line("STATUS", status(gathering.status()))
                .line("SUMMARY", text(gathering.title()))
                .line("DESCRIPTION", text(gathering.description()))
                .line("CATEGORIES", text(gathering.category().name()))
                .line("LOCATION", text(location(gathering)));
        if (gathering.latitude() != null && gathering.longitude() != null) {
            entry.line("GEO", "%s;%s".formatted(gathering.latitude(), gathering.longitude()));
        }
        return entry.line("END", "VEVENT").line("END", "VCALENDAR").calendar.toString();
    }

    private static String status(GatheringStatus status) {
        return switch (status) {
            case DRAFT, PENDING, REJECTED -> "TENTATIVE";
            case APPROVED, COMPLETED -> "CONFIRMED";
            case CANCELLED -> "CANCELLED";
        };
    }

    private static String location(GatheringView gathering) {
        return Stream.of(gathering.venue(), gathering.address())
                .flatMap(Stream::ofNullable)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String time(Instant instant) {
        return UTC.format(instant);
    }

    /** A text with what has a meaning of its own escaped (3.3.11), and without what no text may hold. */
    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n?|\n", "\\\\n")
                .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
    }

    private CalendarEntry line(String name, String value) {
        var octets = 0;
        var line = name + ":" + value;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            var character = Character.toString(line.codePointAt(at));
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST) {
                calendar.append("\r\n ");
                octets = 1;
            }
            calendar.append(character);
            octets += length;
        }
        calendar.append("\r\n");
        return this;
    }
}
