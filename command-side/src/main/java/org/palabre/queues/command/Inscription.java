package org.palabre.queues.command;

import java.time.Instant;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.StudentId;

/** A student's place in the queue, as the company remembers it. */
record Inscription(InscriptionId id, StudentId studentId, int position, Instant joinedAt, InscriptionStatus status) {

    boolean waits() {
        return status == InscriptionStatus.WAITING;
    }

    boolean runs() {
        return status == InscriptionStatus.IN_INTERVIEW;
    }

    Inscription become(InscriptionStatus next) {
        return new Inscription(id, studentId, position, joinedAt, next);
    }
}
