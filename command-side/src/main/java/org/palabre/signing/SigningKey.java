package org.palabre.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The key that signs what the platform says to others, such as access tokens, as a PEM file (RFC 7468, {@code PRIVATE KEY}): one of our own making is on the curve
 * P-256, since to sign with RSA costs ten times as much; one that is configured may be either.
 *
 * @param publicPart the {@code kid} is its thumbprint (RFC 7638)
 */
public record SigningKey(JWK publicPart, JWSAlgorithm algorithm, JWSSigner signer) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    /** The key in this file. */
    public static SigningKey fromFile(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the signing key " + file, unreadable);
        }
    }

    /** The key in this file, which is made, readable to its owner only, if it does not exist yet. */
    public static SigningKey fromFileOrNew(Path file) {
        if (Files.notExists(file)) {
            create(file.toAbsolutePath());
        }
        return fromFile(file);
    }

    /**
     * The claims, signed: always the same if the key is on a curve.
     *
     * @param type what sort of token it is (RFC 8725, 3.11), so that none passes for another
     */
    public String sign(JOSEObjectType type, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(algorithm)
                .type(type)
                .keyID(publicPart.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
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
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            var encoded = pairs.generateKeyPair().getPrivate().getEncoded();
            return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + END;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SigningKey of(String pem) {
        try {
            var body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
            var secret = PrivateKeyFactory.createKey(Base64.getMimeDecoder().decode(body));
            return switch (secret) {
                case ECPrivateKeyParameters key -> of(key);
                case RSAPrivateCrtKeyParameters key -> of(key);
                default -> throw new IllegalArgumentException("It is for something else");
            };
        } catch (IOException | GeneralSecurityException | JOSEException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "The signing key is neither of RSA nor of the curve P-256, in PKCS #8 form", unusable);
        }
    }

    private static SigningKey of(ECPrivateKeyParameters secret) throws JOSEException {
        if (!secret.getParameters()
                .getN()
                .equals(Curve.P_256.toECParameterSpec().getOrder())) {
            throw new IllegalArgumentException("It is of another curve");
        }
        var point = secret.getParameters().getG().multiply(secret.getD()).normalize();
        var open = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(point.getAffineXCoord().getEncoded()),
                        Base64URL.encode(point.getAffineYCoord().getEncoded()))
                .keyIDFromThumbprint()
                .build();
        return new SigningKey(open, JWSAlgorithm.ES256, new SameSignature(secret));
    }

    private static SigningKey of(RSAPrivateCrtKeyParameters secret) throws GeneralSecurityException, JOSEException {
        var rsa = KeyFactory.getInstance("RSA");
        var open = (RSAPublicKey)
                rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        var key = rsa.generatePrivate(new RSAPrivateCrtKeySpec(
                secret.getModulus(),
                secret.getPublicExponent(),
                secret.getExponent(),
                secret.getP(),
                secret.getQ(),
                secret.getDP(),
                secret.getDQ(),
                secret.getQInv()));
        return new SigningKey(
                new RSAKey.Builder(open).keyIDFromThumbprint().build(), JWSAlgorithm.RS256, new RSASSASigner(key));
    }
}
