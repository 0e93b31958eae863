package org.palabre.insight;

import org.palabre.shared.Refused;

/** Why the platform says no about itself. */
public enum InsightRefusal implements Refused.Reason {
    ALREADY_REPLAYING
}
