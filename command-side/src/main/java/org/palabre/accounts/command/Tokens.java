package org.palabre.accounts.command;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionId;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.palabre.signing.SigningKey;
import org.springframework.stereotype.Component;

/**
 * Makes the pair of tokens that a grant stands for, always the same one, so that nothing of a token is ever stored. The
 * refresh token names its grant and proves by a keyed hash that we made it.
 */
@Component
class Tokens {

    static final Duration ACCESS_LIFE = Duration.ofMinutes(30);
    static final Duration REFRESH_LIFE = Duration.ofDays(1);

    private static final int ID_BYTES = 16;
    private static final int GRANT_BYTES = ID_BYTES + Integer.BYTES;
    private static final int REFRESH_BYTES = GRANT_BYTES + 32;

    private final SigningKey signingKey;
    private final KeyedHash refreshHash;

    Tokens(SigningKey signingKey, MasterKey master) {
        this.signingKey = signingKey;
        refreshHash = master.hash("refresh-tokens");
    }

    /** Both secrets of one grant. */
    record Pair(String access, String refresh) {

        /** Shows nothing, so that no log holds the secrets. */
        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** What a refresh token says. */
    record Shown(SessionId sessionId, int number) {}

    Pair of(Grant grant) {
        return new Pair(access(grant), refresh(grant.sessionId(), grant.number()));
    }

    /** What a refresh token of ours says; nothing if it is none. */
    Optional<Shown> read(String refresh) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(refresh));
            if (bytes.capacity() != REFRESH_BYTES) {
                return Optional.empty();
            }
            var shown = new Shown(new SessionId(new UUID(bytes.getLong(), bytes.getLong())), bytes.getInt());
            return MessageDigest.isEqual(bytes.array(), refreshBytes(shown.sessionId(), shown.number()))
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private String access(Grant grant) {
        var claims = new JWTClaimsSet.Builder()
                .subject(grant.accountId().toString())
                .claim("user_id", grant.accountId().toString())
                .claim("sid", grant.sessionId().toString())
                .issueTime(Date.from(grant.at()))
                .expirationTime(Date.from(grant.at().plus(ACCESS_LIFE)))
                .build();
        return signingKey.sign(JOSEObjectType.JWT, claims);
    }

    private String refresh(SessionId sessionId, int number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(refreshBytes(sessionId, number));
    }

    private byte[] refreshBytes(SessionId sessionId, int number) {
        var grant = ByteBuffer.allocate(GRANT_BYTES)
                .putLong(sessionId.value().getMostSignificantBits())
                .putLong(sessionId.value().getLeastSignificantBits())
                .putInt(number)
                .array();
        return ByteBuffer.allocate(REFRESH_BYTES)
                .put(grant)
                .put(refreshHash.of(grant))
                .array();
    }
}
