package org.palabre.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class OrderByResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(OrderBy.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var text = request.getParameter("ordering");
        if (text == null) {
            return List.of();
        }
        var allowed = List.of(Objects.requireNonNull(parameter.getParameterAnnotation(OrderBy.class))
                .value());
        var fields = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (!fields.stream().allMatch(field -> allowed.contains(field.startsWith("-") ? field.substring(1) : field))) {
            throw new BadParameter("ordering", "parameter.unknown_ordering");
        }
        return fields;
    }
}
