package org.palabre.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** How access tokens are verified: with the platform's own public keys, or with those of an issuer elsewhere. */
@Configuration(proxyBeanMethods = false)
class AccessTokenConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JwtDecoder accessTokens(
            PublicKeys keys,
            Clock clock,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        if (!issuer.isEmpty()) {
            return new VerifiedTokens(new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer)), clock);
        }
        var inTime = new JwtTimestampValidator(Duration.ZERO);
        inTime.setClock(clock);
        inTime.setAllowEmptyExpiryClaim(false);
        var decoder = NimbusJwtDecoder.withJwkSource(keys.source())
                .jwsAlgorithms(known -> known.addAll(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256)))
                .build();
        decoder.setJwtValidator(inTime);
        return new VerifiedTokens(decoder, clock);
    }
}
