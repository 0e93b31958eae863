package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.Position;
import org.springframework.mock.web.MockHttpServletRequest;

class HeadersTest {

    @Nested
    class If_Match {

        @Test
        void our_tag_is_the_version_that_was_seen() {
            assertThat(Precondition.of(with("If-Match", "\"17\""))).contains("17");
            assertThat(Precondition.of(with("If-Match", "  \"0\" "))).contains("0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"W/\"17\"", "\"seventeen\"", "\"\"", "\"-1\"", "\"1.0\"", "\"9999999999999999999\""})
        void a_weak_tag_or_one_of_somebody_else_s_never_matches(String tag) {
            assertThat(Precondition.of(with("If-Match", tag))).contains("");
        }

        @ParameterizedTest
        @ValueSource(strings = {"17", "\"17", "17\"", "w/\"17\"", "", "\"a b\"", "\"a\"b\"", "**"})
        void what_is_no_tag_is_refused(String text) {
            assertThatThrownBy(() -> Precondition.of(with("If-Match", text))).isInstanceOf(BadHeader.class);
        }

        @Test
        void one_of_several_will_do() {
            assertThat(Precondition.of(with("If-Match", "\"1\", W/\"2\",\"x\" , \"3\"")))
                    .contains("1,3");
        }

        @Test
        void any_version_will_do_where_none_is_named() {
            assertThat(Precondition.of(with("If-Match", "*"))).isEmpty();
            assertThat(Precondition.of(new MockHttpServletRequest())).isEmpty();
        }
    }

    @Nested
    class Consistency_Token {

        private static final Positions TWO = new Positions(
                List.of(new Position("Company", "c-1", 0), new Position("Student", "s-2", 4_000_000_000L)));

        @Test
        void positions_come_back_as_they_went() {
            assertThat(ConsistencyToken.read(ConsistencyToken.of(TWO))).isEqualTo(TWO);
        }

        @Test
        void no_positions_are_a_token_too() {
            var nothing = new Positions(List.of());

            assertThat(ConsistencyToken.of(nothing)).isNotBlank();
            assertThat(ConsistencyToken.read(ConsistencyToken.of(nothing))).isEqualTo(nothing);
        }

        @Test
        void a_token_fits_into_a_header_as_it_is() {
            assertThat(ConsistencyToken.of(TWO)).matches("[A-Za-z0-9_-]+");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2,Company:c:1",
                    "Company:c:1",
                    "1,Company:c",
                    "1,Company:c:x",
                    "1,Company:c:1:2",
                    "1,Company:c:99999999999999999999"
                })
        void what_is_no_token_of_ours_is_refused(String text) {
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());

            assertThatThrownBy(() -> ConsistencyToken.read(token)).isInstanceOf(BadHeader.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?", "a b", "é", "====", "A"})
        void what_is_not_even_base64_is_refused(String token) {
            assertThatThrownBy(() -> ConsistencyToken.read(token)).isInstanceOf(BadHeader.class);
        }

        @Test
        void an_endless_token_is_refused() {
            assertThatThrownBy(() -> ConsistencyToken.read("A".repeat(5_000))).isInstanceOf(BadHeader.class);
        }
    }

    @Nested
    class Prefer {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                wait=3                | 3
                WAIT=3                | 3
                respond-async, wait=0 | 0
                wait=500              | 10
                handling=lenient;wait=7 | 7
                """)
        void one_waits_as_long_as_is_preferred_but_ten_seconds_at_most(String preference, int seconds) {
            assertThat(Preference.wait(with("Prefer", preference))).contains(Duration.ofSeconds(seconds));
        }

        @ParameterizedTest
        @ValueSource(strings = {"wait", "wait=", "wait=soon", "wait=-1", "wait=99999999999", "respond-async"})
        void a_preference_that_makes_no_sense_is_none(String preference) {
            assertThat(Preference.wait(with("Prefer", preference))).isEmpty();
        }

        @Test
        void one_may_prefer_not_to_wait_for_the_projections() {
            assertThat(Preference.respondAsync(with("Prefer", "wait=1, Respond-Async")))
                    .isTrue();
            assertThat(Preference.respondAsync(with("Prefer", "wait=1"))).isFalse();
            assertThat(Preference.respondAsync(new MockHttpServletRequest())).isFalse();
        }

        @Test
        void preferences_may_come_in_several_lines() {
            var request = with("Prefer", "respond-async");
            request.addHeader("Prefer", "wait=2");

            assertThat(Preference.respondAsync(request)).isTrue();
            assertThat(Preference.wait(request)).contains(Duration.ofSeconds(2));
        }
    }

    private static MockHttpServletRequest with(String header, String value) {
        var request = new MockHttpServletRequest();
        request.addHeader(header, value);
        return request;
    }
}
