package org.palabre.queues;

/** Whether a student can be called now. */
public enum StudentStatus {
    AVAILABLE,
    IN_INTERVIEW,
    PAUSED
}
