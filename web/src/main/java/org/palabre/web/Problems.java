package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused.Kind;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.LocaleResolver;

/** Words a refusal in the caller's language. */
class Problems {

    private final MessageSource texts;
    private final LocaleResolver locales;

    Problems(MessageSource texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    ResponseEntity<Problem> answer(HttpServletRequest request, HttpStatus status, String code) {
        return answer(request, status, code, null);
    }

    ResponseEntity<Problem> answer(
            HttpServletRequest request, HttpStatus status, String code, @Nullable Map<String, List<String>> errors) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        switch (status) {
            case UNAUTHORIZED -> answer.header("WWW-Authenticate", "Bearer");
            case SERVICE_UNAVAILABLE -> answer.header("Retry-After", "1");
            default -> {}
        }
        return answer.body(problem(request, status, code, errors));
    }

    Problem problem(
            HttpServletRequest request, HttpStatus status, String code, @Nullable Map<String, List<String>> errors) {
        var locale = locales.resolveLocale(request);
        return new Problem(
                "urn:palabre:problem:" + code,
                text(code + ".title", locale),
                status.value(),
                text(code + ".detail", locale),
                path(request),
                code,
                errors,
                Map.of());
    }

    String text(HttpServletRequest request, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locales.resolveLocale(request));
    }

    static HttpStatus status(Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_AUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case VERSION_CONFLICT -> HttpStatus.PRECONDITION_FAILED;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original
                ? original
                : request.getRequestURI();
    }
}
