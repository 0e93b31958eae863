package org.palabre.gatherings.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.PersonView;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryName;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringStatus;

class CalendarEntryTest {

    private static final GatheringId ID = GatheringId.next();

    @Test
    void a_gathering_is_an_entry_with_everything_in_its_place() {
        assertThat(CalendarEntry.of(gathering("Bal; fête, \\o/", "Un\r\ndeux\ntrois\u0007", GatheringStatus.APPROVED))
                        .split("\r\n"))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Palabre//Palabre//FR",
                        "BEGIN:VEVENT",
                        "UID:" + ID,
                        "DTSTAMP:20261120T091500Z",
                        "SEQUENCE:3",
                        "CREATED:20261120T090000Z",
                        "DTSTART:20270101T180000Z",
                        "DTEND:20270101T200000Z",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Bal\\; fête\\, \\\\o/",
                        "DESCRIPTION:Un\\ndeux\\ntrois",
                        "CATEGORIES:Musique",
                        "LOCATION:Palais\\, Rue 12",
                        "GEO:5.31;-4.01",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_place_without_an_address_is_its_name(@Nullable String address) {
        assertThat(CalendarEntry.of(gathering("Bal", "", address, GatheringStatus.APPROVED))
                        .split("\r\n"))
                .contains("LOCATION:Palais");
    }

    @Test
    void long_lines_are_folded_between_characters() {
        var title = "é🎉".repeat(60);

        var entry = CalendarEntry.of(gathering(title, "", GatheringStatus.CANCELLED));

        assertThat(entry.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .contains("STATUS:CANCELLED");
        assertThat(entry.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n");
    }

    private static GatheringView gathering(String title, String description, GatheringStatus status) {
        return gathering(title, description, "Rue 12", status);
    }

    private static GatheringView gathering(
            String title, String description, @Nullable String address, GatheringStatus status) {
        return new GatheringView(
                ID,
                "bal",
                title,
                description,
                null,
                new CategoryName(CategoryId.next(), "Musique", "musique"),
                PersonView.erased(AccountId.next()),
                Instant.parse("2027-01-01T18:00:00Z"),
                Instant.parse("2027-01-01T20:00:00Z"),
                "Palais",
                address,
                5.31,
                -4.01,
                Access.FREE,
                10,
                List.of(),
                null,
                status,
                null,
                0,
                0,
                10,
                Instant.parse("2026-11-20T09:00:00Z"),
                Instant.parse("2026-11-20T09:15:00Z"),
                3);
    }
}
