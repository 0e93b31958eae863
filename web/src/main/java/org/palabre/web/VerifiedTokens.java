package org.palabre.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute which tokens were verified: a signature that is good stays good, and checking it costs more
 * than most requests. Whether the token is in time is looked at again; whether its session lives is asked elsewhere.
 */
class VerifiedTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    VerifiedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && inTime(known)) {
            return known;
        }
        var decoded = decoder.decode(token);
        verified.put(token, decoded);
        return decoded;
    }

    private boolean inTime(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
