package org.palabre.queues.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.projections.Row;
import org.palabre.queues.CompanyEvent.StudentJoined;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.StudentId;

/** A place in a queue. */
class InscriptionRow implements Row {

    InscriptionId id;
    CompanyId companyId;
    StudentId studentId;
    int position;
    InscriptionStatus status;
    Instant joinedAt;

    @Nullable
    Instant startedAt;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private InscriptionRow() {}

    InscriptionRow(StudentJoined joined, Instant at) {
        id = joined.inscriptionId();
        companyId = joined.companyId();
        studentId = joined.studentId();
        position = joined.position();
        status = InscriptionStatus.WAITING;
        joinedAt = at;
    }

    void start(Instant at) {
        status = InscriptionStatus.IN_INTERVIEW;
        startedAt = at;
    }

    /** How long the interview lasted. */
    Duration complete(Instant at) {
        status = InscriptionStatus.COMPLETED;
        return Duration.between(Objects.requireNonNull(startedAt), at);
    }

    /** Back to the old place. */
    void cancel() {
        status = InscriptionStatus.WAITING;
        startedAt = null;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
