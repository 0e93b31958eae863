package org.palabre.live;

import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;

/** Why a frame on a live socket is refused, where nothing more general says it. */
public enum LiveRefusal implements Refused.Reason {
    UNKNOWN_TOPIC,
    DUPLICATE_ID,
    UNKNOWN_ID;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
