package org.palabre.eventstore;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.palabre.shared.Change;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How messages are written: events for ever, under logical names, with what is personal encrypted; the rest as it comes. */
@Configuration(proxyBeanMethods = false)
class SerializersConfiguration {

    @Bean
    MasterKey masterKey(@Value("${palabre.master-key:}") String configured, @Value("${palabre.home}") Path home) {
        return configured.isBlank() ? MasterKey.fromFileOrNew(home.resolve("master.key")) : MasterKey.of(configured);
    }

    @Bean
    PersonalKeys personalKeys(WrappedKeys kept, MasterKey master) {
        return new PersonalKeys(kept, master);
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(PersonalKeys keys) {
        return new EventSerializer(new EventTypes(), keys);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.addMixIn(Change.class, Tagged.class)
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .allowIfSubType("org.palabre.")
                                .allowIfSubType("java.util.")
                                .allowIfSubType("java.lang.")
                                .allowIfSubType("java.time.")
                                .build()))
                .build();
    }

    /** In a message a change says which it is; on the wire it is told from what is sent and what is not. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.Keep.class, name = "keep"),
        @JsonSubTypes.Type(value = Change.Set.class, name = "set")
    })
    interface Tagged {}
}
