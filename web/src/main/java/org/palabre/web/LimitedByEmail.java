package org.palabre.web;

import java.lang.reflect.Type;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Counts calls by the address in their bodies, before anything else in them is judged. */
@RestControllerAdvice
class LimitedByEmail extends RequestBodyAdviceAdapter {

    private final Limits limits;

    LimitedByEmail(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return body.hasMethodAnnotation(Limited.class) && ByEmail.class.isAssignableFrom(body.getParameterType());
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body instanceof ByEmail named && named.email() != null) {
            limits.take(Objects.requireNonNull(parameter.getMethod()), named.email());
        }
        return body;
    }
}
