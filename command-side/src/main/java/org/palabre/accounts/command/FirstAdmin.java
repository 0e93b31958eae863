package org.palabre.accounts.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import org.palabre.accounts.AccountId;
import org.palabre.claims.Claims;
import org.palabre.eventstore.MasterKey;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** The place of the first admin, which is taken once. Until then, whoever holds the invitation may take it. */
@Component
class FirstAdmin {

    private static final String PLACE = "first-admin";

    private final Claims claims;
    private final String invitation;

    FirstAdmin(Claims claims, MasterKey master) {
        this.claims = claims;
        this.invitation = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(master.derive("setup-link").getEncoded());
    }

    boolean isAppointed() {
        return claims.owner(PLACE, PLACE).isPresent();
    }

    /** A secret that stays the same until it is used, so that every process and every start has the same. */
    String invitation() {
        return invitation;
    }

    boolean isInvited(String token) {
        return MessageDigest.isEqual(token.getBytes(UTF_8), invitation.getBytes(UTF_8));
    }

    void become(AccountId accountId) {
        claims.take(PLACE, PLACE, accountId.value(), Common.NOT_FOUND);
    }
}
