package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Change;
import org.palabre.shared.Versioned;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    private final JsonMapper json = new JsonConfiguration().jsonMapper();

    record Form(
            String firstName,
            Integer seats,
            boolean open,
            CompanyStatus status,
            CompanyId companyId,
            List<String> tags) {}

    record Counted(int seats) {}

    record Dated(Instant at) {}

    record Redated(Change<Instant> at) {}

    record Changing(Change<String> name, Change<Integer> seats, Change<CompanyStatus> status) {}

    record Born(LocalDate day) {}

    record Reborn(Change<LocalDate> day) {}

    record Shown(String firstName, StudentStatus status, Instant joinedAt, LocalDate day, Integer place, long version)
            implements Versioned {}

    @Test
    void what_is_shown_is_in_snake_case_with_instants_as_texts_and_nulls() {
        var shown = new Shown(
                "Ada",
                StudentStatus.IN_INTERVIEW,
                Instant.parse("2026-11-20T10:00:00Z"),
                LocalDate.of(2026, 11, 20),
                null,
                7);

        assertThat(json.readTree(json.writeValueAsString(shown))).isEqualTo(json.readTree("""
                        {"first_name": "Ada", "status": "in_interview", "joined_at": "2026-11-20T10:00:00Z",
                         "day": "2026-11-20", "place": null}"""));
    }

    @Test
    void what_is_sent_is_read_and_what_is_unknown_is_ignored() {
        var form = json.readValue("""
                {"first_name": "Ada", "seats": 3, "open": true, "status": "paused", "tags": ["a", "b"],
                 "company_id": "01a1fa94-6571-71af-87bf-9539bdfd3a2f", "colour": {"any": ["thing"]}}""", Form.class);

        assertThat(form)
                .isEqualTo(new Form(
                        "Ada",
                        3,
                        true,
                        CompanyStatus.PAUSED,
                        CompanyId.of("01a1fa94-6571-71af-87bf-9539bdfd3a2f"),
                        List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'first_name': 12}",
                "{'first_name': 1.5}",
                "{'first_name': true}",
                "{'first_name': ['Ada']}",
                "{'first_name': {}}",
                "{'seats': '12'}",
                "{'seats': ''}",
                "{'seats': 1.0}",
                "{'seats': 1.5}",
                "{'seats': true}",
                "{'seats': 3000000000}",
                "{'open': 'true'}",
                "{'open': 1}",
                "{'open': ''}",
                "{'open': null}",
                "{'status': 'PAUSED'}",
                "{'status': 'Paused'}",
                "{'status': 'closed'}",
                "{'status': ''}",
                "{'status': 1}",
                "{'company_id': 'acme'}",
                "{'company_id': 1}",
                "{'company_id': '1-1-1-1-1'}",
                "{'tags': 'a'}",
                "{'tags': [1]}"
            })
    void a_value_of_another_type_is_refused(String body) {
        refused(body.replace('\'', '"'), Form.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}}",
                "{} {}",
                "{} x",
                "{'first_name': 'Ada',}",
                "{first_name: 'Ada'}",
                "[]",
                "12",
                "'text'",
                "{'seats': 012}",
                "{'seats': NaN}",
                "{'first_name': 'a\nb'}",
                "{/* no */}"
            })
    void what_is_not_one_json_object_is_refused(String body) {
        refused(body.replace('\'', '"'), Form.class);
    }

    @Test
    void a_number_that_must_be_there_is_not_taken_for_zero() {
        refused("{\"seats\": null}", Counted.class);
        refused("{}", Counted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
        "2026-11-20T11:00:00.5+01:00, 2026-11-20T10:00:00.500Z",
        "2026-11-20T10:00:00.123456789Z, 2026-11-20T10:00:00.123456Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void an_instant_is_read_as_finely_as_it_can_be_kept(String sent, String kept) {
        var body = "{\"at\": \"%s\"}".formatted(sent);

        assertThat(json.readValue(body, Dated.class)).isEqualTo(new Dated(Instant.parse(kept)));
        assertThat(json.readValue(body, Redated.class)).isEqualTo(new Redated(Change.to(Instant.parse(kept))));
        assertThat(json.writeValueAsString(new Dated(Instant.parse(kept)))).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'at': 1795168800}",
                "{'at': 1795168800.5}",
                "{'at': '1795168800'}",
                "{'at': true}",
                "{'at': ['2026-11-20T10:00:00Z']}",
                "{'at': {}}",
                "{'at': ''}",
                "{'at': ' '}",
                "{'at': '2026-11-20'}",
                "{'at': '2026-11-20T10:00:00'}",
                "{'at': '2026-11-31T10:00:00Z'}",
                "{'at': '0000-12-31T23:59:59Z'}",
                "{'at': '-0001-01-01T00:00:00Z'}",
                "{'at': '9999-12-31T23:59:59-01:00'}",
                "{'at': '+10000-01-01T00:00:00Z'}",
                "{'at': '+1000000000-12-31T23:59:59Z'}"
            })
    void what_is_no_instant_of_the_calendar_is_refused(String body) {
        refused(body.replace('\'', '"'), Dated.class);
        refused(body.replace('\'', '"'), Redated.class);
    }

    @Test
    void no_body_is_nested_deeper_than_a_hundred() {
        var bottomless = "{\"any\": " + "[".repeat(100) + "]".repeat(100) + "}";
        refused(bottomless, Form.class);

        var deep = "{\"open\": true, \"any\": " + "[".repeat(99) + "]".repeat(99) + "}";
        assertThat(json.readValue(deep, Form.class).open()).isTrue();
    }

    @Test
    void a_change_tells_what_is_absent_from_what_is_cleared_and_what_is_set() {
        assertThat(json.readValue("{}", Changing.class))
                .isEqualTo(new Changing(Change.keep(), Change.keep(), Change.keep()));
        assertThat(json.readValue("{\"name\": null, \"seats\": null}", Changing.class))
                .isEqualTo(new Changing(Change.to(null), Change.to(null), Change.keep()));
        assertThat(json.readValue("{\"name\": \"Acme\", \"seats\": 2, \"status\": \"paused\"}", Changing.class))
                .isEqualTo(new Changing(Change.to("Acme"), Change.to(2), Change.to(CompanyStatus.PAUSED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": 12}", "{\"seats\": \"2\"}", "{\"status\": \"PAUSED\"}"})
    void a_change_is_as_strict_as_everything_else(String body) {
        refused(body, Changing.class);
    }

    @Test
    void a_day_is_read_as_it_is_shown() {
        var body = "{\"day\": \"2028-02-29\"}";

        assertThat(json.readValue(body, Born.class)).isEqualTo(new Born(LocalDate.of(2028, 2, 29)));
        assertThat(json.readValue(body, Reborn.class)).isEqualTo(new Reborn(Change.to(LocalDate.of(2028, 2, 29))));
        assertThat(json.readValue("{\"day\": null}", Reborn.class)).isEqualTo(new Reborn(Change.to(null)));
        assertThat(json.readValue("{}", Reborn.class)).isEqualTo(new Reborn(Change.keep()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'day': [2000, 1, 1]}",
                "{'day': ['2000-01-01']}",
                "{'day': []}",
                "{'day': {}}",
                "{'day': 11000}",
                "{'day': true}",
                "{'day': ''}",
                "{'day': ' '}",
                "{'day': ' 2000-01-01'}",
                "{'day': '2000-1-1'}",
                "{'day': '20000101'}",
                "{'day': '2000-02-30'}",
                "{'day': '2001-02-29'}",
                "{'day': '+2000-01-01'}",
                "{'day': '-2000-01-01'}",
                "{'day': '+12000-01-01'}",
                "{'day': '٢٠٠٠-٠١-٠١'}",
                "{'day': '2001-02-03T10:00:00Z'}"
            })
    void what_is_no_day_of_the_calendar_is_refused(String body) {
        refused(body.replace('\'', '"'), Born.class);
        refused(body.replace('\'', '"'), Reborn.class);
    }

    private void refused(String body, Class<?> type) {
        assertThatThrownBy(() -> {
                    var read = json.readValue(body, type);
                    throw new AssertionError("Read as " + read);
                })
                .isInstanceOf(JacksonException.class);
    }
}
