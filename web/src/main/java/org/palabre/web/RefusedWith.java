package org.palabre.web;

import java.util.Map;
import org.palabre.shared.Refused;

/** A refusal that tells more than its reason: further members of the problem (RFC 9457, 3.2), named as on the wire. */
public final class RefusedWith extends RuntimeException {

    private final transient Refused.Reason reason;
    private final transient Map<String, Object> members;

    public RefusedWith(Refused.Reason reason, Map<String, Object> members) {
        super(reason.code());
        this.reason = reason;
        this.members = Map.copyOf(members);
    }

    Refused.Reason reason() {
        return reason;
    }

    Map<String, Object> members() {
        return members;
    }
}
