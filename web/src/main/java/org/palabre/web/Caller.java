package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import org.palabre.shared.Actor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who makes a request.
 *
 * @param rejected whether a token came along that is not good
 * @param requestId of this platform's making, for logs and the audit trail
 * @param ip where the request comes from, before all {@link TrustedProxies}
 */
public record Caller(Actor actor, boolean rejected, String requestId, String ip) {

    private static final String ATTRIBUTE = Caller.class.getName();

    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("No filter has looked at who calls " + request.getMethod());
    }

    void on(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The same request, made as somebody else: a company whose token is part of the path. */
    public static void become(HttpServletRequest request, Actor actor) {
        var caller = of(request);
        new Caller(actor, false, caller.requestId, caller.ip).on(request);
    }

    /** Who makes the request that the current thread serves, if it serves one. */
    static @org.jspecify.annotations.Nullable Caller current() {
        var attributes = RequestContextHolder.getRequestAttributes();
        return attributes == null ? null : (Caller) attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
