package org.palabre.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads texts that can be stored and given back as they came: without U+0000 and without half of a character. */
class WellFormedText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = super.deserialize(parser, context);
        return text == null || isWellFormed(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, text, "no well-formed text");
    }

    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
