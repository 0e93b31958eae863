package org.palabre.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Stores {@link Personal} as {@code {"subject": …, "cipher": …}}, with the cipher {@code null} once erased. */
final class PersonalModule extends SimpleModule {

    private static final String SUBJECT = "subject";
    private static final String CIPHER = "cipher";

    PersonalModule(PersonalKeys keys) {
        super("Personal data");
        addSerializer(Personal.class, new Writer(keys));
        addDeserializer(Personal.class, new Reader(keys));
        addDeserializer(MetaData.class, new MetaDataReader());
    }

    private static final class Writer extends ValueSerializer<Personal> {

        private final PersonalKeys keys;

        Writer(PersonalKeys keys) {
            this.keys = keys;
        }

        @Override
        public void serialize(Personal personal, JsonGenerator json, SerializationContext context) {
            String text = personal.text();
            json.writeStartObject();
            json.writeStringProperty(SUBJECT, personal.subject().toString());
            json.writePOJOProperty(CIPHER, text == null ? null : keys.encrypt(personal.subject(), text));
            json.writeEndObject();
        }
    }

    private static final class Reader extends ValueDeserializer<Personal> {

        private final PersonalKeys keys;

        Reader(PersonalKeys keys) {
            this.keys = keys;
        }

        @Override
        public Personal deserialize(JsonParser json, DeserializationContext context) {
            Stored stored = context.readValue(json, Stored.class);
            String cipher = stored.cipher();
            return new Personal(
                    stored.subject(),
                    cipher == null
                            ? null
                            : keys.decrypt(stored.subject(), cipher).orElse(null));
        }
    }

    private record Stored(UUID subject, @Nullable String cipher) {}

    /** Metadata has no declared types: an object of exactly a subject and a cipher is personal. */
    private static final class MetaDataReader extends ValueDeserializer<MetaData> {

        @Override
        public MetaData deserialize(JsonParser json, DeserializationContext context) {
            Map<String, @Nullable Object> values = new HashMap<>();
            JsonNode object = context.readTree(json);
            object.properties().forEach(property -> values.put(property.getKey(), value(property.getValue(), context)));
            return MetaData.from(values);
        }

        private static @Nullable Object value(JsonNode node, DeserializationContext context) {
            boolean personal = node.isObject() && node.size() == 2 && node.has(SUBJECT) && node.has(CIPHER);
            Class<?> type = personal ? Personal.class : Object.class;
            return context.readTreeAsValue(node, type);
        }
    }
}
