package org.palabre.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.StoredKeys;
import org.palabre.platform.OneShape;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events are for ever. Of every event and revision that was ever stored a sample is kept, and today's code must read it
 * and find in it all that is there. What is personal in a sample is erased.
 */
@OneShape("it reads and writes events and starts nothing")
class StoredEventsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final EventTypes TYPES = new EventTypes();

    private final EventSerializer serializer = new EventSerializer(
            TYPES, new PersonalKeys(new StoredKeys(new PGSimpleDataSource()), MasterKey.of("A".repeat(43) + "=")));

    static Stream<Resource> samples() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:events/*.json"));
    }

    static Stream<Class<?>> events() {
        return TYPES.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_stored_event_still_loads(Resource sample) throws IOException {
        var parts = sample.getFilename().split("\\.");
        var stored = sample.getContentAsString(StandardCharsets.UTF_8);

        Object event = serializer.deserialize(new SimpleSerializedObject<>(
                stored.getBytes(StandardCharsets.UTF_8), byte[].class, parts[0] + "." + parts[1], parts[2]));

        assertThat(event).isInstanceOf(TYPES.classOf(parts[0] + "." + parts[1]).orElseThrow());
        assertThat(JSON.readTree(serializer.serialize(event, byte[].class).getData()))
                .isEqualTo(JSON.readTree(stored));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_sample(Class<?> event) {
        var type = TYPES.typeOf(event);
        assertThat(getClass().getResource("/events/%s.%s.json".formatted(type.getName(), type.getRevision())))
                .as("a stored sample of %s, revision %s", type.getName(), type.getRevision())
                .isNotNull();
    }

    @Test
    void names_are_those_of_contexts_and_facts() {
        Map<String, Class<?>> all = TYPES.all();
        assertThat(all).isNotEmpty().allSatisfy((name, _) -> assertThat(name).matches("[a-z]+\\.[A-Z][A-Za-z]+"));
    }
}
