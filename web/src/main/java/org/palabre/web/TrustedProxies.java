package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Those before the platform who may say for whom they ask: {@code X-Forwarded-For}, to which each adds who asked it. */
class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<InetAddressMatcher> trusted;

    /**
     * @param trusted addresses (10.0.0.7, ::1) and networks (10.0.0.0/8, fd00::/8)
     */
    TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream().map(InetAddressMatchers::fromIpAddress).toList();
    }

    /** Where a request comes from: the last address that is none of theirs. What stands before it, anybody may have written. */
    String client(HttpServletRequest request) {
        var client = Objects.requireNonNullElse(request.getRemoteAddr(), "");
        for (var before : forwarded(request).reversed()) {
            if (!isTrusted(client) || address(before).isEmpty()) {
                break;
            }
            client = before;
        }
        return client;
    }

    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private boolean isTrusted(String text) {
        return address(text)
                .filter(address -> trusted.stream().anyMatch(proxy -> proxy.matches(address)))
                .isPresent();
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
