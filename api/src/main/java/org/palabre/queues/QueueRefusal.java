package org.palabre.queues;

import org.palabre.shared.Refused;

/** Why the fair says no. */
public enum QueueRefusal implements Refused.Reason {
    NAME_TAKEN,
    STUDENT_EXISTS,
    NO_STUDENT_PROFILE,
    ALREADY_QUEUED,
    QUEUE_FULL,
    COMPANY_PAUSED,
    NO_FREE_SLOT,
    STUDENT_BUSY,
    NOT_WAITING,
    NOT_IN_INTERVIEW,
    NOBODY_AVAILABLE,
    IN_INTERVIEW
}
