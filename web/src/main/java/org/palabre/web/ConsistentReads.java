package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.palabre.shared.Positions;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A {@code GET} that brings a consistency token sees at least that write: it waits, and gives up openly. The answer to what is no {@code GET} has a token even where it wrote nothing.
 */
class ConsistentReads implements HandlerInterceptor {

    private static final Positions NOTHING_YET = new Positions(List.of());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Queries queries;

    ConsistentReads(Queries queries) {
        this.queries = queries;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader(ConsistencyToken.HEADER, ConsistencyToken.of(NOTHING_YET));
            return true;
        }
        var token = request.getHeader(ConsistencyToken.HEADER);
        if (token != null) {
            var patience = Preference.wait(request).orElse(PATIENCE);
            if (!queries.shown(ConsistencyToken.read(token), patience)) {
                throw new ProjectionBehind();
            }
        }
        return true;
    }
}
