package org.palabre.queues;

import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;

/** What has happened to a student at the fair. */
public sealed interface StudentEvent extends DomainEvent {

    StudentId studentId();

    record ProfileCreated(StudentId studentId, AccountId accountId, Personal firstName, Personal lastName)
            implements StudentEvent {}

    record ProfileChanged(StudentId studentId, Personal firstName, Personal lastName) implements StudentEvent {}

    record QueueJoined(StudentId studentId, CompanyId companyId, InscriptionId inscriptionId) implements StudentEvent {}

    record QueueLeft(StudentId studentId, CompanyId companyId, InscriptionId inscriptionId) implements StudentEvent {}

    /**
     * A company called the student.
     *
     * @param companyName as it was at that moment
     */
    record InterviewEntered(StudentId studentId, CompanyId companyId, String companyName, InscriptionId inscriptionId)
            implements StudentEvent {}

    /**
     * The interview is over.
     *
     * @param status paused after an interview, available when it was only cancelled
     */
    record InterviewLeft(StudentId studentId, CompanyId companyId, InscriptionId inscriptionId, StudentStatus status)
            implements StudentEvent {}

    record StudentPaused(StudentId studentId) implements StudentEvent {}

    record StudentBecameAvailable(StudentId studentId) implements StudentEvent {}

    /** The person was erased. */
    record StudentRemoved(StudentId studentId) implements StudentEvent {}
}
