package org.palabre.payments.command.providers;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Bodies as providers write them: not always JSON, and a number as a text as often as not. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** What is in it; a missing node if it is no JSON. */
    static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    static Optional<BigDecimal> decimal(JsonNode node) {
        try {
            return Optional.of(new BigDecimal(node.asString("")));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
