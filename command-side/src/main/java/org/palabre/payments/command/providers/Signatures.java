package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.palabre.payments.Provider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What webhooks prove with where they come from. The same on all nodes, and compared in constant time. */
@Component
public class Signatures {

    private final KeyedHash sandbox;
    private final KeyedHash segments;

    Signatures(@Value("${palabre.sandbox-secret:}") String sandboxSecret, MasterKey master) {
        sandbox = sandboxSecret.isEmpty()
                ? master.hash("sandbox-webhooks")
                : new KeyedHash(sandboxSecret.getBytes(UTF_8));
        segments = master.hash("webhook-segments");
    }

    /** What the sandbox signs a body with: hexadecimal HMAC-SHA256. */
    public String ofSandbox(byte[] body) {
        return HexFormat.of().formatHex(sandbox.of(body));
    }

    /** The unguessable segment of the address that a provider calls which signs nothing. */
    public String segment(Provider provider) {
        return HexFormat.of().formatHex(segments.of(provider.name()));
    }

    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
