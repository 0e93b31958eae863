package org.palabre.web;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Change;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** How the fields of a partial change are read and validated: what is not sent is kept, {@code null} clears. */
public final class Changes {

    private Changes() {}

    /** Reads a {@link Change}. */
    public static class Reader extends ValueDeserializer<Change<?>> {

        private final @Nullable JavaType type;

        public Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            var change = property == null ? context.getContextualType() : property.getType();
            return new Reader(change.containedTypeOrUnknown(0));
        }

        @Override
        public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
            return Change.to(context.readValue(parser, type));
        }

        @Override
        public Change<?> getNullValue(DeserializationContext context) {
            return Change.to(null);
        }

        @Override
        public Change<?> getAbsentValue(DeserializationContext context) {
            return Change.keep();
        }
    }

    /** Lets constraints on the type argument judge the value that is set. */
    public static class Extractor implements ValueExtractor<Change<@ExtractedValue ?>> {

        @Override
        public void extractValues(Change<?> change, ValueReceiver receiver) {
            if (change instanceof Change.Set<?> set) {
                receiver.value(null, set.value());
            }
        }
    }
}
