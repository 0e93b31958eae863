package org.palabre.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads constants in parameters as they are on the wire: in lower case, and in no other way. */
class WireEnums implements ConverterFactory<String, Enum<?>> {

    @Override
    public <E extends Enum<?>> Converter<String, E> getConverter(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such " + type.getSimpleName()));
    }
}
