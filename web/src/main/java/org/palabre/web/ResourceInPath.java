package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What a path names by its id. */
class ResourceInPath {

    private final List<? extends Existence<?>> kinds;
    private final ConversionService conversions;

    ResourceInPath(List<? extends Existence<?>> kinds, ConversionService conversions) {
        this.kinds = kinds;
        this.conversions = conversions;
    }

    /** Whether it is there; what nobody knows of by its id is left to the command. */
    boolean exists(HttpServletRequest request) {
        return !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path)
                || Arrays.stream(method.getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
                        .allMatch(parameter -> exists(parameter, path));
    }

    private boolean exists(Parameter parameter, Map<?, ?> path) {
        return kinds.stream()
                .filter(kind -> kind.id() == parameter.getType())
                .allMatch(kind -> exists(kind, Objects.requireNonNull(path.get(parameter.getName()))));
    }

    private <I> boolean exists(Existence<I> kind, Object id) {
        return kind.exists(Objects.requireNonNull(conversions.convert(id, kind.id())));
    }
}
