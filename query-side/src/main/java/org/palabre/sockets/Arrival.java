package org.palabre.sockets;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Looks at who knocks: turns pages of foreign origins away, and notes the token and the language that came along. */
@Component
class Arrival implements HandshakeInterceptor {

    static final String PROTOCOL = "palabre.v1";

    private static final String BEARER = "bearer.";
    private static final String TOKEN = "token";
    private static final String LANGUAGE = "language";

    private final List<String> knownOrigins;
    private final LocaleResolver languages;

    Arrival(
            @Value("${palabre.public-url}") String publicUrl,
            @Value("${palabre.allowed-origins}") List<String> allowedOrigins,
            LocaleResolver languages) {
        knownOrigins = Stream.concat(Stream.of(origin(publicUrl)), allowedOrigins.stream())
                .toList();
        this.languages = languages;
    }

    /** The token that the session was opened with. It is given out once, and kept nowhere. */
    static Optional<String> takeToken(WebSocketSession session) {
        return Optional.ofNullable((String) session.getAttributes().remove(TOKEN));
    }

    static Locale language(WebSocketSession session) {
        return (Locale) Objects.requireNonNull(session.getAttributes().get(LANGUAGE));
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var http = ((ServletServerHttpRequest) request).getServletRequest();
        if (!isReadable(http.getQueryString())) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
            return false;
        }
        if (!isKnown(http.getHeader("Origin"), http.getHeader("Host"))) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        attributes.put(LANGUAGE, languages.resolveLocale(http));
        token(http).ifPresent(token -> attributes.put(TOKEN, token));
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {}

    private static boolean isReadable(@Nullable String query) {
        try {
            var _ = new URI("?" + Objects.requireNonNullElse(query, ""));
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /** What is no browser has no origin. */
    private boolean isKnown(@Nullable String origin, @Nullable String host) {
        return origin == null
                || knownOrigins.stream().anyMatch(origin::equalsIgnoreCase)
                // whatever the scheme: in front of us there may be a gateway that speaks TLS
                || origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return protocols(request)
                .filter(each -> each.startsWith(BEARER))
                .map(each -> each.substring(BEARER.length()))
                .findFirst()
                .or(() -> parameter(request, "token"))
                .or(() -> parameter(request, "company_token"));
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name));
        } catch (IllegalStateException undecodable) {
            return Optional.empty();
        }
    }

    private static Stream<String> protocols(HttpServletRequest request) {
        return Stream.of(Objects.requireNonNullElse(request.getHeader("Sec-WebSocket-Protocol"), "")
                        .split(","))
                .map(String::strip);
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
