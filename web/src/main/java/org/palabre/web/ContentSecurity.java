package org.palabre.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** What a page of ours may load: only what comes from here, and the one import map that every page has in it. */
final class ContentSecurity {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private ContentSecurity() {}

    static String policy() {
        return "default-src 'self'; script-src 'self'" + importMap() + "; style-src 'self'; img-src 'self' data: blob:;"
                + " connect-src 'self' ws: wss:; frame-src 'self'; object-src 'none'; base-uri 'self';"
                + " form-action 'self'; frame-ancestors 'self'";
    }

    /** Swagger UI styles its elements one by one. */
    static String policyForDocs() {
        return "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
    }

    private static String importMap() {
        var page = new ClassPathResource("static/index.html");
        if (!page.exists()) {
            return "";
        }
        try {
            var map = IMPORT_MAP.matcher(page.getContentAsString(StandardCharsets.UTF_8));
            return map.find() ? " 'sha256-" + hash(map.group(1)) + "'" : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
