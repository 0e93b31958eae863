package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.palabre.queues.FairNews;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiTest {

    private final JsonNode description = description();

    @Test
    void every_frame_of_the_fair_is_described() {
        var frames = Arrays.stream(
                        FairNews.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
        assertThat(frames)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(description
                                .at("/channels/notifications/messages/" + frame)
                                .isMissingNode())
                        .as(frame)
                        .isFalse());
    }

    @Test
    void what_is_referred_to_is_there() {
        description.findValues("$ref").stream()
                .map(JsonNode::asString)
                .filter(reference -> reference.startsWith("#"))
                .forEach(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static JsonNode description() {
        try (var stream = new ClassPathResource("asyncapi.json").getInputStream()) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
