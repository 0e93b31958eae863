package org.palabre.queues;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.shared.Change;

/** What one may ask of a student. Each but {@link LeaveQueue} is answered by the {@link QueueQuery.StudentView}. */
public sealed interface StudentCommand {

    @TargetAggregateIdentifier
    StudentId studentId();

    record CreateProfile(StudentId studentId, String firstName, String lastName) implements StudentCommand {}

    record ChangeProfile(StudentId studentId, Change<String> firstName, Change<String> lastName)
            implements StudentCommand {}

    record BecomeAvailable(StudentId studentId) implements StudentCommand {}

    record TakePause(StudentId studentId) implements StudentCommand {}

    record LeaveQueue(StudentId studentId, InscriptionId inscriptionId) implements StudentCommand {}
}
