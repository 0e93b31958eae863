package org.palabre.gatherings;

import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;

/** Why a gathering, its seats or its tickets are refused. */
public enum GatheringRefusal implements Refused.Reason {
    NOT_INVITED(Kind.FORBIDDEN),
    NOT_DRAFT,
    NOT_PENDING,
    NOT_EDITABLE,
    NOT_OPEN,
    TICKET_REQUIRED,
    NOT_FOR_SALE,
    SOLD_OUT,
    CAPACITY_TOO_LOW,
    PLAN_LIMIT_REACHED,
    NOT_CANCELLABLE,
    NAME_TAKEN,
    CATEGORY_IN_USE,
    ALREADY_CHECKED_IN,
    TICKET_REFUNDED;

    private final Kind kind;

    GatheringRefusal() {
        this(Kind.CONFLICT);
    }

    GatheringRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
