package org.palabre.accounts.command;

import jakarta.servlet.http.HttpServletRequest;
import org.palabre.accounts.Device;
import org.palabre.web.Caller;
import org.springframework.http.HttpHeaders;

/** Where a request comes from. */
final class Devices {

    private static final int MAX_USER_AGENT = 500;

    private Devices() {}

    static Device of(HttpServletRequest request) {
        var userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Device(
                Caller.of(request).ip(),
                userAgent == null ? null : userAgent.substring(0, Math.min(MAX_USER_AGENT, userAgent.length())));
    }
}
