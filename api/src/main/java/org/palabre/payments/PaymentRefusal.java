package org.palabre.payments;

import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;

/** Why payments and subscriptions say no. */
public enum PaymentRefusal implements Refused.Reason {
    BAD_SIGNATURE(Kind.NOT_AUTHENTICATED),
    NOT_OFFERED(Kind.INVALID),
    NOT_REFUNDABLE(Kind.CONFLICT),
    NO_SUCH_TROUBLE(Kind.CONFLICT),
    ALREADY_SUBSCRIBED(Kind.CONFLICT),
    NAME_TAKEN(Kind.CONFLICT);

    private final Kind kind;

    PaymentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
