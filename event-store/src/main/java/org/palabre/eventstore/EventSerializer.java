package org.palabre.eventstore;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Turns events, their metadata and snapshots into the JSON that is stored, and back. Events go by the names of {@link
 * EventTypes}, everything else by its class; {@link Personal} is encrypted, in metadata too. Numbers and instants in
 * metadata come back as JSON has them: as the smallest number that fits, and as text.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    public EventSerializer(EventTypes types, PersonalKeys keys) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(mapper -> configure(mapper, keys)));
        this.types = types;
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        return type != null && DomainEvent.class.isAssignableFrom(type) ? types.typeOf(type) : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return types.classOf(type.getName()).orElseGet(() -> super.classForType(type));
    }

    private static void configure(JsonMapper.Builder mapper, PersonalKeys keys) {
        mapper.addModule(new PersonalModule(keys))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // Axon's tokens and snapshots name classes in their JSON: without this they can be written, not read
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("org.palabre.")
                        .allowIfSubType("java.util.")
                        .allowIfSubType("java.lang.")
                        .allowIfSubType("java.time.")
                        .build());
    }
}
