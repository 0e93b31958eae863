package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.EMAIL_TAKEN;
import static org.palabre.accounts.AccountRefusal.TELEPHONE_TAKEN;
import static org.palabre.accounts.AccountRefusal.USERNAME_TAKEN;

import java.util.Locale;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Registration;
import org.palabre.claims.Claims;
import org.springframework.stereotype.Component;

/** What accounts are known by: e-mail, username and telephone, each of which has one owner. */
@Component
class Names {

    private static final String EMAIL = "email";
    private static final String USERNAME = "username";
    private static final String TELEPHONE = "telephone";

    private final Claims claims;
    private final Telephones telephones;

    Names(Claims claims, Telephones telephones) {
        this.claims = claims;
        this.telephones = telephones;
    }

    /** Takes all names of a new account, or refuses for the first that is somebody else's. */
    void take(AccountId accountId, Registration registration) {
        claims.take(EMAIL, normal(registration.email()), accountId.value(), EMAIL_TAKEN);
        if (registration.username() != null) {
            claims.take(USERNAME, normal(registration.username()), accountId.value(), USERNAME_TAKEN);
        }
        if (registration.telephone() != null) {
            claims.take(TELEPHONE, registration.telephone(), accountId.value(), TELEPHONE_TAKEN);
        }
    }

    Optional<AccountId> ownerOfEmail(String email) {
        return claims.owner(EMAIL, normal(email)).map(AccountId::new);
    }

    /** Whose e-mail, telephone or username this is; what it looks like tells which. */
    Optional<AccountId> owner(String login) {
        var name = login.strip();
        if (name.contains("@")) {
            return ownerOfEmail(name);
        }
        return telephones
                .read(name)
                .flatMap(telephone -> claims.owner(TELEPHONE, telephone))
                .or(() -> claims.owner(USERNAME, normal(name)))
                .map(AccountId::new);
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
