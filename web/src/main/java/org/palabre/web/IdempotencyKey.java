package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.palabre.shared.Actor;
import org.springframework.web.util.WebUtils;

/**
 * The caller's own name for a POST, so that it can be sent again without happening again.
 *
 * @param key unique among all callers
 * @param fingerprint of what is asked: path, query and body
 */
record IdempotencyKey(String key, String fingerprint) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");

    static Optional<IdempotencyKey> of(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        if (header == null || !request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        var owner = switch (Caller.of(request).actor()) {
            case Actor.Account account -> "account:" + account.id();
            case Actor.Company company -> "company:" + company.id();
            case Actor.Anyone _, Actor.Platform _ -> "";
        };
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (!FORM.matcher(header).matches()) {
            throw new BadHeader(HEADER);
        }
        return Optional.of(new IdempotencyKey(owner + ":" + header, fingerprint(request)));
    }

    private static String fingerprint(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
            var body = WebUtils.getNativeRequest(request, JsonBodyFilter.Body.class);
            if (body != null) {
                digest.update(body.bytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
