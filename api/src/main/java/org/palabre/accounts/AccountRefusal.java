package org.palabre.accounts;

import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;

/** Why an account says no. */
public enum AccountRefusal implements Refused.Reason {
    EMAIL_TAKEN(Kind.CONFLICT),
    USERNAME_TAKEN(Kind.CONFLICT),
    TELEPHONE_TAKEN(Kind.CONFLICT),
    SELF_NOT_ALLOWED(Kind.CONFLICT),
    BORN_TOO_EARLY(Kind.INVALID),
    INVALID_CODE(Kind.INVALID),
    WRONG_PASSWORD(Kind.INVALID),
    INVALID_CREDENTIALS(Kind.NOT_AUTHENTICATED),
    ACCOUNT_SUSPENDED(Kind.FORBIDDEN),
    INVALID_REFRESH_TOKEN(Kind.NOT_AUTHENTICATED);

    private final Kind kind;

    AccountRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
