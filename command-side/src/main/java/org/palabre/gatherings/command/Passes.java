package org.palabre.gatherings.command;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Objects;
import org.palabre.gatherings.GatheringId;
import org.palabre.signing.SigningKey;
import org.springframework.stereotype.Component;

/**
 * What the picture of a ticket says: its code with the gathering and the ticket type, signed. At a door without network it
 * can be verified with the platform's public keys; no access token can be made of it, for it says of nobody who they are.
 */
@Component
class Passes {

    private static final JOSEObjectType TYPE = new JOSEObjectType("ticket+jwt");
    private static final String CODE = "code";

    private final SigningKey signingKey;

    Passes(SigningKey signingKey) {
        this.signingKey = signingKey;
    }

    String sign(GatheringId gatheringId, String ticketType, String code) {
        return signingKey.sign(
                TYPE,
                new JWTClaimsSet.Builder()
                        .claim("event", gatheringId.toString())
                        .claim("ticket_type", ticketType)
                        .claim(CODE, code)
                        .build());
    }

    /** The code in what was shown at the door: the picture's text, or the code alone. The code itself is the proof. */
    static String code(String shown) {
        try {
            return Objects.requireNonNullElse(
                    SignedJWT.parse(shown.strip()).getJWTClaimsSet().getStringClaim(CODE), "");
        } catch (ParseException noPass) {
            return TicketCode.read(shown);
        }
    }
}
