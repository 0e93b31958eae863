package org.palabre.signing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    /** The key that is configured, otherwise one of our own making. */
    @Bean
    SigningKey signingKey(
            @Value("${palabre.signing-key:}") String configured, @Value("${palabre.home:./data}") Path home) {
        return configured.isEmpty()
                ? SigningKey.fromFileOrNew(home.resolve("signing-key.pem"))
                : SigningKey.fromFile(Path.of(configured));
    }

    @Bean
    JWKSource<SecurityContext> ownPublicKeys(SigningKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey.publicPart()));
    }
}
