package org.palabre.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/**
 * Signs with ECDSA on the curve P-256 (RFC 7518, 3.4) and, unlike Java's own, the same thing always the same way (RFC
 * 6979): who is granted the same gets the same token.
 */
final class SameSignature implements JWSSigner {

    private final ECPrivateKeyParameters key;
    private final JCAContext context = new JCAContext();

    SameSignature(ECPrivateKeyParameters key) {
        this.key = key;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) {
        try {
            var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, key);
            var signature = signer.generateSignature(
                    MessageDigest.getInstance("SHA-256").digest(input));
            return Base64URL.encode(
                    PlainDSAEncoding.INSTANCE.encode(key.getParameters().getN(), signature[0], signature[1]));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.ES256);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
