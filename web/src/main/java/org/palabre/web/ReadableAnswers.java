package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A command whose answer the caller would not take is not carried out. */
class ReadableAnswers implements HandlerInterceptor {

    private static final List<String> QUERIES = List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method
                && !method.isVoid()
                && !QUERIES.contains(request.getMethod())
                && !acceptsJson(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private static boolean acceptsJson(List<String> accept) {
        try {
            var accepted = MediaType.parseMediaTypes(accept);
            return accepted.isEmpty() || accepted.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
