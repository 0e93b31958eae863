package org.palabre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the platform answered. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    }

    /** The text at a path such as {@code company.name}. */
    public String text(String path) {
        return json().at("/" + path.replace('.', '/')).asString();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Answer is(int expected) {
        assertThat(status).as(text()).isEqualTo(expected);
        return this;
    }

    /** A refusal with this status and code. */
    public Answer refuses(int expected, String code) {
        is(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("code")).as(text()).isEqualTo(code);
        assertThat(text("title")).isNotBlank();
        assertThat(text("detail")).isNotBlank();
        assertThat(json().get("status").asInt()).isEqualTo(expected);
        return this;
    }
}
