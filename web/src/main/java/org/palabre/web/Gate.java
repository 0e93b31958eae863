package org.palabre.web;

import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.NOT_AUTHENTICATED;
import static org.palabre.shared.Refused.Common.NOT_FOUND;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a call through to those that its {@link Allow} names. */
class Gate implements HandlerInterceptor {

    /** Stands for the company's token in a path when the token itself is in the header. */
    private static final String TOKEN_IN_HEADER = "me";

    private final List<Credentials> credentials;

    Gate(List<Credentials> credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !OpenToAll.is(method)) {
            var allow = method.getMethodAnnotation(Allow.class);
            if (allow == null) {
                throw new Refused(FORBIDDEN);
            }
            judge(allow.value(), request);
        }
        return true;
    }

    private void judge(Allow.Who who, HttpServletRequest request) {
        if (who == Allow.Who.ALL_UNREAD) {
            Caller.become(request, new Actor.Anyone());
            return;
        }
        var caller = Caller.of(request);
        if (caller.rejected()) {
            throw new Refused(NOT_AUTHENTICATED);
        }
        switch (who) {
            case ALL, ALL_UNREAD -> {}
            case COMPANY -> company(request);
            case ACCOUNT -> caller.actor().account();
            case ACTIVE -> caller.actor().active();
            case STUDENT -> caller.actor().must(Role.STUDENT);
            case EDITOR -> caller.actor().must(Role.EDITOR);
            case ADMIN -> caller.actor().must(Role.ADMIN);
        }
    }

    private void company(HttpServletRequest request) {
        var token = tokenInPath(request).orElse(TOKEN_IN_HEADER);
        if (token.equals(TOKEN_IN_HEADER)) {
            Caller.of(request).actor().company();
        } else {
            Caller.become(
                    request,
                    credentials.stream()
                            .flatMap(each -> each.of(token).stream())
                            .filter(Actor.Company.class::isInstance)
                            .findFirst()
                            .orElseThrow(() -> new Refused(NOT_FOUND)));
        }
    }

    private static Optional<String> tokenInPath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable((String) variables.get("token"))
                : Optional.empty();
    }
}
