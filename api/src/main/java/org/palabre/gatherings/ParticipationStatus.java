package org.palabre.gatherings;

/** Whether somebody who takes part has a seat, or waits for one. */
public enum ParticipationStatus {
    CONFIRMED,
    WAITLISTED
}
