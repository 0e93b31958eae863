package org.palabre.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on the wire (RFC 9457).
 *
 * @param code stable; clients switch on it
 * @param errors messages by field, named as on the wire
 * @param members whatever else there is to tell, by its name on the wire
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable Map<String, List<String>> errors,
        @JsonAnyGetter Map<String, Object> members) {

    Problem with(Map<String, Object> further) {
        return new Problem(type, title, status, detail, instance, code, errors, further);
    }
}
