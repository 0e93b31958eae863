package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTest {

    private static final Instant END = Instant.parse("2026-11-20T12:30:00Z");

    private final List<String> verified = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, clock);

    @Test
    void a_signature_is_verified_once() {
        assertThat(tokens.decode("good")).isEqualTo(tokens.decode("good"));
        assertThat(tokens.decode("another").getTokenValue()).isEqualTo("another");

        assertThat(verified).containsExactly("good", "another");
    }

    @Test
    void a_token_that_is_over_is_refused_though_it_is_remembered() {
        assertThat(tokens.decode("good").getTokenValue()).isEqualTo("good");
        clock.now = END;

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_bad_token_is_refused_each_time() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
    }

    private Jwt verify(String token) {
        if (token.equals("bad") || !clock.now.isBefore(END)) {
            throw new BadJwtException("Not good");
        }
        verified.add(token);
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .issuedAt(END.minus(Duration.ofMinutes(30)))
                .expiresAt(END)
                .build();
    }

    private static final class MovableClock extends Clock {

        private Instant now = END.minusSeconds(60);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
