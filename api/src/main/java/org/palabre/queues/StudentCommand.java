package org.palabre.queues;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.shared.Change;

/** What one may ask of a student. */
public sealed interface StudentCommand {

    @TargetAggregateIdentifier
    StudentId studentId();

    /** Answered by the {@link QueueQuery.StudentView}. */
    record CreateProfile(StudentId studentId, String firstName, String lastName) implements StudentCommand {}

    /** Answered by the {@link QueueQuery.StudentView}. */
    record ChangeProfile(StudentId studentId, Change<String> firstName, Change<String> lastName)
            implements StudentCommand {}

    /** Answered by the {@link QueueQuery.StudentView}. */
    record BecomeAvailable(StudentId studentId) implements StudentCommand {}

    /** Answered by the {@link QueueQuery.StudentView}. */
    record TakePause(StudentId studentId) implements StudentCommand {}

    /** Has no answer. */
    record LeaveQueue(StudentId studentId, InscriptionId inscriptionId) implements StudentCommand {}
}
