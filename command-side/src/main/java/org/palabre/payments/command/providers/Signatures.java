package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.palabre.eventstore.MasterKey;
import org.palabre.payments.Provider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What webhooks prove with where they come from. The same on all nodes, and compared in constant time. */
@Component
public class Signatures {

    private final SecretKey sandbox;
    private final MasterKey master;

    Signatures(@Value("${palabre.sandbox-secret:}") String sandboxSecret, MasterKey master) {
        this.master = master;
        sandbox = sandboxSecret.isEmpty()
                ? master.derive("sandbox-webhooks")
                : new SecretKeySpec(sandboxSecret.getBytes(UTF_8), "HmacSHA256");
    }

    /** What the sandbox signs a body with: hexadecimal HMAC-SHA256. */
    public String ofSandbox(byte[] body) {
        return mac(sandbox, body);
    }

    /** The unguessable segment of the address that a provider calls which signs nothing. */
    public String segment(Provider provider) {
        return mac(master.derive("webhook-segments"), provider.name().getBytes(UTF_8));
    }

    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String mac(SecretKey key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
