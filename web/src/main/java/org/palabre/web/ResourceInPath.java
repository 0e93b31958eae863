package org.palabre.web;

import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.NOT_FOUND;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.web.Resources.Standing;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What a path names by its id. */
class ResourceInPath {

    private final Resources resources;
    private final ConversionService conversions;

    ResourceInPath(Resources resources, ConversionService conversions) {
        this.resources = resources;
        this.conversions = conversions;
    }

    /**
     * Why the call is refused whatever was sent: there is nothing that the caller may know of, or it is not theirs to
     * touch.
     */
    Optional<Refused.Reason> refusal(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod call)
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path)) {
            return Optional.empty();
        }
        var actor = Caller.of(request).actor();
        var standings = Arrays.stream(call.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
                .map(parameter -> standing(parameter, path, actor))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Standing.class)));
        if (standings.contains(Standing.UNKNOWN)) {
            return Optional.of(NOT_FOUND);
        }
        return isForOwner(call) && standings.contains(Standing.KNOWN) ? Optional.of(FORBIDDEN) : Optional.empty();
    }

    private Standing standing(Parameter parameter, Map<?, ?> path, Actor actor) {
        try {
            var id = conversions.convert(path.get(parameter.getName()), parameter.getType());
            return resources.standing(Objects.requireNonNull(id), actor);
        } catch (ConversionException noId) {
            return Standing.UNKNOWN;
        }
    }

    private static boolean isForOwner(HandlerMethod call) {
        var allow = call.getMethodAnnotation(Allow.class);
        return allow != null && allow.value() == Allow.Who.OWNER;
    }
}
