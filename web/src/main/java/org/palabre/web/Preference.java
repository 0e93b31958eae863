package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the caller prefers (RFC 7240): {@code respond-async}, {@code wait=n}. */
final class Preference {

    private static final Pattern WAIT = Pattern.compile("wait=(\\d{1,9})");
    private static final int MAX_SECONDS = 10;

    private Preference() {}

    static boolean respondAsync(HttpServletRequest request) {
        return of(request).contains("respond-async");
    }

    /** How long to wait, at most ten seconds, if the caller says. */
    static Optional<Duration> wait(HttpServletRequest request) {
        return of(request).stream()
                .map(WAIT::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> Duration.ofSeconds(Math.min(MAX_SECONDS, Integer.parseInt(matcher.group(1)))))
                .findFirst();
    }

    private static List<String> of(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(line -> List.of(line.split("[,;]")).stream())
                .map(each -> each.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
