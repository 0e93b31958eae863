package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Page;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code page} and {@code page_size}, and refuses parameters that the list does not know. */
class PageRequestResolver implements HandlerMethodArgumentResolver {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;
    private static final int MAX_PAGE = 100_000_000;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.Request.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        refuseUnknown(request, known(parameter));
        return new Page.Request(
                number(request, "page", 1, MAX_PAGE), number(request, "page_size", DEFAULT_SIZE, MAX_SIZE));
    }

    private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameter(name, "parameter.unknown");
                });
    }

    private static Set<String> known(MethodParameter parameter) {
        var known = new HashSet<>(Set.of("page", "page_size"));
        Arrays.stream(Objects.requireNonNull(parameter.getMethod()).getParameters())
                .forEach(each -> known.addAll(names(each)));
        return known;
    }

    private static Set<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(OrderBy.class)) {
            return Set.of("ordering");
        }
        var named = parameter.getAnnotation(RequestParam.class);
        return named == null ? Set.of() : Set.of(named.value().isEmpty() ? parameter.getName() : named.value());
    }

    private static int number(HttpServletRequest request, String name, int byDefault, int max) {
        var text = request.getParameter(name);
        if (text == null) {
            return byDefault;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > max) {
            throw new BadParameter(name, "parameter.out_of_range");
        }
        return Integer.parseInt(text);
    }
}
