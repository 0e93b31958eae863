package org.palabre.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** What may be sent, and how what may not be is refused. */
@ExtendWith(OnePlatform.class)
class BodiesTest {

    private static final String COMPANIES = "/api/admin/companies";

    private final Client anyone;
    private final Client admin;

    BodiesTest(Fair fair, Person admin) {
        this.anyone = fair.anyone();
        this.admin = admin.client();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"name\":", "{'name':'x'}", "[]", "null", "12", "\"x\"", "true", "{} {}", "{} x"
            })
    void what_is_not_one_json_object_is_malformed(String body) {
        admin.post(COMPANIES, body).refuses(400, "malformed");
    }

    @Test
    void objects_are_nested_a_hundred_deep_at_most() {
        admin.post(COMPANIES, deep("Cent Fois", 99)).is(201);
        admin.post(COMPANIES, deep("Cent Une", 100)).refuses(400, "malformed");
        admin.post(COMPANIES, deep("Mille", 100_000)).refuses(400, "malformed");
    }

    @Test
    void bad_utf_8_is_malformed() throws Exception {
        for (var bytes : new byte[][] {{(byte) 0xff}, {(byte) 0xc3, '('}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            var start = "{\"name\":\"".getBytes(UTF_8);
            var body = new byte[start.length + bytes.length + 2];
            System.arraycopy(start, 0, body, 0, start.length);
            System.arraycopy(bytes, 0, body, start.length, bytes.length);
            body[body.length - 2] = '"';
            body[body.length - 1] = '}';
            var request = HttpRequest.newBuilder(URI.create(admin.origin() + COMPANIES))
                    .header("Authorization", "Bearer " + admin.token())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"malformed\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":12}",
                "{\"name\":true}",
                "{\"name\":[]}",
                "{\"name\":{}}",
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":\" \\t \"}",
                "{\"name\":\"\\u00a0\"}",
                "{\"name\":\"a\\nb\"}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"a\\u0085b\"}",
                "{\"name\":\"\\ud800\"}",
                "{}"
            })
    void a_name_is_a_text_of_one_line(String body) {
        assertThat(errors(admin.post(COMPANIES, body))).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"12\"", "\"\"", "1.5", "true", "[1]", "{}", "0", "-1", "10001", "99999999999999", "1e400"})
    void a_number_is_a_number_in_its_bounds(String number) {
        assertThat(errors(admin.post(COMPANIES, "{\"name\":\"Nombre\",\"max_queue_size\":" + number + "}")))
                .containsExactly("max_queue_size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"\"", "\"Paused\"", "\"PAUSED\"", "\"closed\"", "[\"paused\"]", "0"})
    void a_choice_is_one_of_its_words(String status) {
        var path = COMPANIES + "/"
                + admin.post(COMPANIES, Map.of("name", "Choix " + status.hashCode()))
                        .is(201)
                        .text("id");
        assertThat(errors(admin.patch(path, "{\"status\":" + status + "}"))).containsExactly("status");
    }

    @Test
    void everything_that_is_missing_or_wrong_is_named_at_once_as_on_the_wire() {
        assertThat(errors(anyone.post("/api/auth/register", "{}")))
                .containsExactlyInAnyOrder("email", "password", "password_confirm", "first_name", "last_name");
        assertThat(errors(anyone.post(
                        "/api/auth/register",
                        Map.of(
                                "email", "nobody",
                                "password", "short",
                                "password_confirm", "other",
                                "first_name", " ",
                                "last_name", "x".repeat(101),
                                "username", "1",
                                "telephone", "12"))))
                .contains("email", "password", "first_name", "last_name", "username", "telephone");
        assertThat(errors(admin.post(
                        COMPANIES, Map.of("name", " ", "max_concurrent_interviews", 101, "max_queue_size", 0))))
                .containsExactlyInAnyOrder("name", "max_concurrent_interviews", "max_queue_size");
        assertThat(errors(anyone.post("/api/auth/email/verify", "{}"))).contains("email", "code");
    }

    @Test
    void text_is_trimmed_and_otherwise_given_back_as_it_came() {
        var markup = "<b>«Été» & 😀 \\ \"fils\"</b>";
        var answer = admin.post(COMPANIES, Map.of("name", "  " + markup + "\t", "unknown", Map.of("a", 1)))
                .is(201);

        assertThat(answer.text("name")).isEqualTo(markup);
        assertThat(anyone.get("/api/companies/" + answer.text("id")).text("name"))
                .isEqualTo(markup);
        admin.post(COMPANIES, Map.of("name", "é".repeat(100))).is(201);
        assertThat(errors(admin.post(COMPANIES, Map.of("name", "é".repeat(101)))))
                .containsExactly("name");
    }

    @Test
    void a_change_keeps_what_is_not_sent_and_null_clears() {
        var path = COMPANIES + "/"
                + admin.post(COMPANIES, Map.of("name", "Change", "max_queue_size", 5))
                        .text("id");

        assertThat(admin.patch(path, "{\"max_concurrent_interviews\":3,\"waiting_count\":9}")
                        .is(200)
                        .text("max_queue_size"))
                .isEqualTo("5");
        var cleared = admin.patch(path, "{\"max_queue_size\":null}").is(200);
        assertThat(cleared.json().get("max_queue_size").isNull()).isTrue();
        assertThat(cleared.text("max_concurrent_interviews")).isEqualTo("3");
        assertThat(cleared.text("waiting_count")).isEqualTo("0");
        assertThat(errors(admin.patch(path, "{\"max_concurrent_interviews\":null,\"name\":null}")))
                .containsExactlyInAnyOrder("max_concurrent_interviews", "name");
        admin.patch(path, "{}").is(200);
    }

    @Test
    void a_body_has_a_mebibyte_at_most() {
        var full = "{\"name\":\"Plein\"}";
        admin.post(COMPANIES, full + " ".repeat((1 << 20) - full.length())).is(201);
        admin.post(COMPANIES, full + " ".repeat((1 << 20) - full.length() + 1)).refuses(413, "too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data;boundary=x",
                "nonsense"
            })
    void a_body_of_another_type_is_415(String type) {
        admin.with("Content-Type", type).post(COMPANIES, "{\"name\":\"Type\"}").refuses(415, "unsupported_media");
        anyone.with("Content-Type", type).post(COMPANIES, "{").refuses(401, "not_authenticated");
    }

    private static String deep(String name, int levels) {
        return "{\"name\":\"%s\",\"x\":%s%s}".formatted(name, "[".repeat(levels), "]".repeat(levels));
    }

    private static java.util.Collection<String> errors(Answer answer) {
        return answer.refuses(400, "invalid").json().get("errors").propertyNames();
    }
}
