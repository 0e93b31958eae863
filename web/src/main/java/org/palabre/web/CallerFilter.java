package org.palabre.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who calls. It refuses nobody: that a path does not exist is told before that a token is bad, so the
 * {@link Gate} behind the routing does it.
 */
class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final List<Credentials> credentials;
    private final TrustedProxies proxies;
    private final HandlerExceptionResolver failures;

    CallerFilter(List<Credentials> credentials, TrustedProxies proxies, HandlerExceptionResolver failures) {
        this.credentials = credentials;
        this.proxies = proxies;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var requestId = Ids.next().toString();
        response.setHeader("X-Request-Id", requestId);
        var presented = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
        var ip = proxies.client(request);
        new Caller(new Actor.Anyone(), presented.isPresent(), requestId, ip).on(request);
        try {
            presented
                    .flatMap(this::actor)
                    .map(actor -> new Caller(actor, false, requestId, ip))
                    .ifPresent(caller -> caller.on(request));
        } catch (RuntimeException failure) {
            failures.resolveException(request, response, null, failure);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<Actor> actor(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var token = header.substring(BEARER.length()).strip();
        return credentials.stream()
                .flatMap(each -> each.of(token).stream())
                .map(Actor.class::cast)
                .findFirst();
    }
}
