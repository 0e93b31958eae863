package org.palabre.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong outside the controllers, as a problem like any other. */
@Hidden
@RestController
class ServerErrors implements ErrorController {

    private final Problems problems;

    ServerErrors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<Problem> answer(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var status = HttpStatus.resolve(
                Objects.requireNonNullElse((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 404));
        return switch (status) {
            case null -> problems.answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal");
            case FORBIDDEN -> problems.answer(request, HttpStatus.FORBIDDEN, "forbidden");
            case NOT_FOUND -> problems.answer(request, HttpStatus.NOT_FOUND, "not_found");
            case METHOD_NOT_ALLOWED -> problems.answer(request, HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed");
            case CONTENT_TOO_LARGE -> problems.answer(request, HttpStatus.CONTENT_TOO_LARGE, "too_large");
            case HttpStatus other when other.is4xxClientError() -> problems.answer(request, other, "malformed");
            case HttpStatus _ -> problems.answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        };
    }
}
