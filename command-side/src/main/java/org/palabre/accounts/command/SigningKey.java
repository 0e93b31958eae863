package org.palabre.accounts.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Objects;

/** The RSA key that signs access tokens, as a PEM file (RFC 7468, {@code PRIVATE KEY}). */
final class SigningKey {

    private static final int BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /** With its private part; the {@code kid} is its thumbprint (RFC 7638). */
    RSAKey key() {
        return key;
    }

    /** The key in this file. */
    static SigningKey fromFile(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the signing key " + file, unreadable);
        }
    }

    /** The key in this file, which is made, readable to its owner only, if it does not exist yet. */
    static SigningKey fromFileOrNew(Path file) {
        if (Files.notExists(file)) {
            create(file.toAbsolutePath());
        }
        return fromFile(file);
    }

    private static void create(Path file) {
        try {
            Path directory = Objects.requireNonNull(file.getParent(), "a key file has a directory");
            Files.createDirectories(directory);
            // a temporary file belongs to its owner alone; the link makes it appear whole or not at all
            var draft = Files.createTempFile(directory, "signing", ".pem");
            try {
                Files.writeString(draft, pem(), StandardOpenOption.SYNC);
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException _) {
                // another process was first: its key is the key
            } finally {
                Files.delete(draft);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot make the signing key " + file, unwritable);
        }
    }

    private static String pem() {
        try {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(BITS);
            var encoded = pairs.generateKeyPair().getPrivate().getEncoded();
            return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + END;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SigningKey of(String pem) {
        try {
            var body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
            var rsa = KeyFactory.getInstance("RSA");
            var secret = rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
            return new SigningKey(new RSAKey.Builder(publicPart(rsa, secret))
                    .privateKey(secret)
                    .keyIDFromThumbprint()
                    .build());
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException unusable) {
            throw new IllegalStateException("The signing key is no RSA key in PKCS #8 form", unusable);
        }
    }

    private static RSAPublicKey publicPart(KeyFactory rsa, PrivateKey secret) throws GeneralSecurityException {
        if (secret instanceof RSAPrivateCrtKey key) {
            return (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        }
        throw new IllegalArgumentException("It does not hold its public exponent");
    }
}
