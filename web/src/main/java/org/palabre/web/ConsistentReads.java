package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.AwaitProjections;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A {@code GET} that brings a consistency token sees at least that write: it waits, and gives up openly. The answer to what is no {@code GET} has a token even where it wrote nothing.
 */
class ConsistentReads implements HandlerInterceptor {

    private static final Positions NOTHING_YET = new Positions(List.of());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final QueryGateway queries;

    ConsistentReads(QueryGateway queries) {
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
            var seen = queries.query(
                            new AwaitProjections(ConsistencyToken.read(token), patience.toMillis()), Boolean.class)
                    .join();
            if (!seen) {
                throw new ProjectionBehind();
            }
        }
        return true;
    }
}
