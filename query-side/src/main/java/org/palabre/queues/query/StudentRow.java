package org.palabre.queues.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.projections.Row;
import org.palabre.queues.CompanyId;
import org.palabre.queues.StudentEvent.ProfileCreated;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;

/** A student, and where they sit. */
class StudentRow implements Row {

    StudentId id;
    String firstName;
    String lastName;
    StudentStatus status;

    @Nullable
    CompanyId currentCompanyId;

    boolean removed;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private StudentRow() {}

    StudentRow(ProfileCreated created) {
        id = created.studentId();
        firstName = created.firstName().orEmpty();
        lastName = created.lastName().orEmpty();
        status = StudentStatus.AVAILABLE;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
