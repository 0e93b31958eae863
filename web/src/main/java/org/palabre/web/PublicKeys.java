package org.palabre.web;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public keys that sign access tokens (RFC 7517): this process's own where it signs them, otherwise those that
 * {@code palabre.jwks-uri} serves.
 */
@RestController
class PublicKeys {

    private final JWKSource<SecurityContext> source;

    PublicKeys(ObjectProvider<JWKSource<SecurityContext>> own, @Value("${palabre.jwks-uri:}") String elsewhere) {
        source = own.getIfAvailable(() -> served(elsewhere));
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    @GetMapping("/.well-known/jwks.json")
    @Allow(Allow.Who.ALL)
    Map<String, Object> keys() throws KeySourceException {
        var all = new JWKSelector(new JWKMatcher.Builder().build());
        return new JWKSet(source.get(all, null)).toJSONObject(true);
    }

    private static JWKSource<SecurityContext> served(String elsewhere) {
        if (elsewhere.isEmpty()) {
            return (_, _) -> List.of();
        }
        try {
            return JWKSourceBuilder.create(URI.create(elsewhere).toURL())
                    .retrying(true)
                    // who has logged in may read on while the command side is away
                    .outageTolerantForever()
                    .build();
        } catch (MalformedURLException unusable) {
            throw new IllegalArgumentException("palabre.jwks-uri is no address: " + elsewhere, unusable);
        }
    }
}
