package org.palabre.gatherings;

import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;

/** What is wrong with a field that would be good by itself; told at the field. */
public enum UnfitField implements Refused.Reason {
    UNKNOWN_CATEGORY,
    UNKNOWN_TICKET_TYPE,
    ENDS_BEFORE_START,
    HALF_A_POINT,
    CAPACITY_REQUIRED,
    TICKET_TYPES_REQUIRED,
    TICKET_TYPES_NOT_SOLD,
    TICKET_TYPES_ALIKE,
    TOO_MANY_TICKETS,
    UNFIT_PARENT;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
