package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.Platform;
import tools.jackson.databind.JsonNode;

/** What the API says of itself. */
@ExtendWith(OnePlatform.class)
class DescriptionTest {

    private final Platform platform;
    private final JsonNode description;

    DescriptionTest(Platform platform) {
        this.platform = platform;
        this.description = platform.anyone().get("/api/schema").is(200).json();
    }

    @Test
    void it_is_whole_at_whichever_door_one_asks() {
        assertThat(description.at("/paths/~1api~1queues").propertyNames()).contains("get", "post");
        for (var door : platform.doors()) {
            var shown = door.get("/api/schema").is(200).json();
            assertThat(shown.get("paths").propertyNames())
                    .containsAll(description.get("paths").propertyNames());
            assertThat(shown.at("/components/schemas").propertyNames())
                    .containsAll(description.at("/components/schemas").propertyNames());
            assertThat(shown.get("servers")).hasSize(1);
        }
    }

    @Test
    void everything_that_it_refers_to_is_in_it() {
        assertThat(description.findValuesAsString("$ref"))
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void a_call_says_who_may_make_it_and_how_it_is_refused() {
        var join = description.at("/paths/~1api~1queues/post");
        var list = description.at("/paths/~1api~1companies/get");
        var logIn = description.at("/paths/~1api~1auth~1login/post");
        var health = description.at("/paths/~1health/get");

        assertThat(join.get("x-who").asString()).isEqualTo("student");
        assertThat(join.get("security").get(0).has("bearer")).isTrue();
        assertThat(join.get("responses").propertyNames())
                .containsExactlyInAnyOrder("201", "401", "403", "429", "default");
        assertThat(list.has("security")).isFalse();
        assertThat(list.get("responses").propertyNames()).containsExactlyInAnyOrder("200", "401", "429", "default");
        assertThat(logIn.get("responses").propertyNames()).containsExactlyInAnyOrder("200", "429", "default");
        assertThat(health.get("responses").propertyNames()).doesNotContain("429");
        assertThat(description
                        .at("/components/responses/TooManyRequests/headers")
                        .has("Retry-After"))
                .isTrue();
    }
}
