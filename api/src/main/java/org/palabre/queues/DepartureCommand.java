package org.palabre.queues;

import org.axonframework.commandhandling.RoutingKey;

/** What the platform asks when somebody at the fair was erased; nobody else may. */
public sealed interface DepartureCommand {

    @RoutingKey
    StudentId studentId();

    /**
     * Takes a person who was erased out of the fair. Has no answer, and no effect where
     * there is no such student.
     */
    record RemoveStudent(StudentId studentId) implements DepartureCommand {}

    /**
     * Gives up a place of somebody who was taken out, be it in an interview. Has no answer,
     * and no effect on a place that is given up already.
     */
    record GiveUpPlace(StudentId studentId, CompanyId companyId, InscriptionId inscriptionId)
            implements DepartureCommand {}
}
