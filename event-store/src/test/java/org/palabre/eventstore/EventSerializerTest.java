package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.NoteEvent.NoteSigned;
import org.palabre.eventstore.NoteEvent.NoteWritten;
import org.palabre.shared.Ids;
import org.palabre.shared.Personal;

class EventSerializerTest {

    @AutoClose
    private final TestStore test = new TestStore();

    private final EventSerializer serializer = test.serializer;

    @Test
    void an_event_is_stored_under_its_name_and_revision() {
        SerializedObject<String> stored = serializer.serialize(
                new NoteSigned(new Personal(Ids.next(), null), Instant.parse("2026-11-20T10:15:30.123456Z")),
                String.class);

        assertThat(stored.getType().getName()).isEqualTo("eventstore.NoteSigned");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
        assertThat(stored.getData()).contains("\"at\":\"2026-11-20T10:15:30.123456Z\"", "\"cipher\":null");
    }

    @Test
    void a_field_that_is_no_longer_known_is_passed_over() {
        Object read = serializer.deserialize(stored("eventstore.NoteWritten", "{\"text\":\"hi\",\"colour\":\"red\"}"));

        assertThat(read).isEqualTo(new NoteWritten("hi"));
    }

    @Test
    void an_event_that_is_no_longer_known_is_of_unknown_type() {
        Object read = serializer.deserialize(stored("eventstore.NoteBurnt", "{}"));

        assertThat(read).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void a_token_of_a_replay_is_read_back() {
        TrackingToken replay = ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(7), new GlobalSequenceTrackingToken(0), "why");

        TrackingToken read = serializer.deserialize(serializer.serialize(replay, byte[].class));

        assertThat(read).isEqualTo(replay);
    }

    @Test
    void metadata_is_one_flat_object() {
        MetaData metaData = MetaData.from(Map.of("actor", "ada", "attempt", 2, "trusted", true));

        SerializedObject<String> stored = serializer.serialize(metaData, String.class);

        assertThat(stored.getData()).contains("\"actor\":\"ada\"", "\"attempt\":2", "\"trusted\":true");
        assertThat(serializer.<String, MetaData>deserialize(stored)).isEqualTo(metaData);
    }

    private static SerializedObject<byte[]> stored(String type, String json) {
        return new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, type, "1");
    }
}
