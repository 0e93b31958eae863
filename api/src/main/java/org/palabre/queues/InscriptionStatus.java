package org.palabre.queues;

/** Where an inscription is on its way. */
public enum InscriptionStatus {
    WAITING,
    IN_INTERVIEW,
    COMPLETED
}
