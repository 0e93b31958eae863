package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** The version a caller insists on with {@code If-Match} (RFC 9110, 13.1.1). */
final class Precondition {

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    private static final Pattern LIST = Pattern.compile("[\\s,]*+" + TAG + "(?:\\s*+,[\\s,]*+" + TAG + ")*+[\\s,]*+");
    private static final Pattern EACH = Pattern.compile(TAG);
    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})\"");

    private Precondition() {}

    /**
     * The versions of which it must be one, comma-separated. Weak tags name none, nor do those that we did not make, so
     * that there may be none left.
     */
    static Optional<String> of(HttpServletRequest request) {
        var lines = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var value = String.join(",", lines).strip();
        if (value.equals("*")) {
            return Optional.empty();
        }
        if (!LIST.matcher(value).matches()) {
            throw new BadHeader(HttpHeaders.IF_MATCH);
        }
        return Optional.of(EACH.matcher(value)
                .results()
                .map(tag -> OURS.matcher(tag.group()))
                .filter(Matcher::matches)
                .map(ours -> ours.group(1))
                .collect(Collectors.joining(",")));
    }
}
