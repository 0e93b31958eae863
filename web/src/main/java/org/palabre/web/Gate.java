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

/** Lets a call through to those that its {@link Allow} names, as often as the {@link Limits} let them. */
class Gate implements HandlerInterceptor {

    /** Stands for the company's token in a path when the token itself is in the header. */
    private static final String TOKEN_IN_HEADER = "me";

    private final List<Credentials> credentials;
    private final Limits limits;

    Gate(List<Credentials> credentials, Limits limits) {
        this.credentials = credentials;
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !OpenToAll.is(method)) {
            var allow = method.getMethodAnnotation(Allow.class);
            if (allow == null) {
                throw new Refused(FORBIDDEN);
            }
            judge(allow.value(), method, request);
        }
        return true;
    }

    private void judge(Allow.Who who, HandlerMethod call, HttpServletRequest request) {
        identify(who, request);
        var caller = Caller.of(request);
        limits.take(call, caller);
        permit(who, caller.actor());
    }

    private void identify(Allow.Who who, HttpServletRequest request) {
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
            case ACCOUNT, ACTIVE, OWNER, STUDENT, EDITOR, ADMIN ->
                caller.actor().account();
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
                            .map(Actor.class::cast)
                            .findFirst()
                            .orElseGet(Actor.Anyone::new));
        }
    }

    private static void permit(Allow.Who who, Actor actor) {
        switch (who) {
            case ALL, ALL_UNREAD, ACCOUNT -> {}
            case COMPANY -> {
                if (!(actor instanceof Actor.Company)) {
                    throw new Refused(NOT_FOUND);
                }
            }
            case ACTIVE, OWNER -> actor.active();
            case STUDENT -> actor.must(Role.STUDENT);
            case EDITOR -> actor.must(Role.EDITOR);
            case ADMIN -> actor.must(Role.ADMIN);
        }
    }

    private static Optional<String> tokenInPath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable((String) variables.get("token"))
                : Optional.empty();
    }
}
