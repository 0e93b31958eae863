package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionId;
import org.palabre.eventstore.MasterKey;
import org.palabre.signing.SigningKey;

class TokensTest {

    private static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Grant GRANT =
            new Grant(AccountId.next(), SessionId.next(), 3, Instant.parse("2026-11-20T10:00:00.123456Z"));

    @TempDir
    private Path home;

    private SigningKey signingKey;
    private Tokens tokens;

    @BeforeEach
    void make() throws Exception {
        signingKey = SigningKey.fromFileOrNew(home.resolve("signing-key.pem"));
        tokens = new Tokens(signingKey, MASTER);
    }

    @Test
    void a_grant_always_stands_for_the_same_pair() throws Exception {
        var elsewhere = new Tokens(SigningKey.fromFile(home.resolve("signing-key.pem")), MASTER);
        assertThat(elsewhere.of(GRANT)).isEqualTo(tokens.of(GRANT));
    }

    @Test
    void an_access_token_says_who_and_since_when_and_nothing_else() throws Exception {
        var token = SignedJWT.parse(tokens.of(GRANT).access());
        assertThat(token.verify(new ECDSAVerifier(signingKey.publicPart().toECKey())))
                .isTrue();
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(signingKey.publicPart().getKeyID());
        assertThat(token.getPayload().toJSONObject())
                .containsOnlyKeys("sub", "user_id", "sid", "iat", "exp")
                .containsEntry("sub", GRANT.accountId().toString())
                .containsEntry("user_id", GRANT.accountId().toString())
                .containsEntry("sid", GRANT.sessionId().toString())
                .containsEntry("iat", GRANT.at().getEpochSecond())
                .containsEntry("exp", GRANT.at().getEpochSecond() + 1800);
    }

    @Test
    void a_key_that_is_configured_may_be_of_rsa() throws Exception {
        var configured = SigningKey.fromFile(pem("RSA", 2048));
        var token = SignedJWT.parse(new Tokens(configured, MASTER).of(GRANT).access());
        assertThat(token.verify(new RSASSAVerifier(configured.publicPart().toRSAKey())))
                .isTrue();
        assertThat(configured.publicPart().isPrivate()).isFalse();
    }

    @Test
    void a_key_of_another_curve_is_none() throws Exception {
        var other = pem("EC", 384);
        assertThatIllegalStateException().isThrownBy(() -> SigningKey.fromFile(other));
    }

    private Path pem(String algorithm, int size) throws Exception {
        var pairs = KeyPairGenerator.getInstance(algorithm);
        pairs.initialize(size);
        var encoded = Base64.getMimeEncoder()
                .encodeToString(pairs.generateKeyPair().getPrivate().getEncoded());
        return Files.writeString(
                home.resolve(algorithm), "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void a_refresh_token_names_its_grant() {
        assertThat(tokens.read(tokens.of(GRANT).refresh())).contains(new Tokens.Shown(GRANT.sessionId(), 3));
    }

    @Test
    void a_refresh_token_that_we_did_not_make_is_none() {
        var made = Base64.getUrlDecoder().decode(tokens.of(GRANT).refresh());
        made[19]++;
        assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(made)))
                .isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("not base64 at all")).isEmpty();
    }

    @Test
    void the_signing_key_belongs_to_its_owner_alone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("signing-key.pem"))))
                .isEqualTo("rw-------");
    }
}
