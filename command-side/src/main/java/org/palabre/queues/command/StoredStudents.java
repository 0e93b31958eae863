package org.palabre.queues.command;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.StudentEvent;
import org.palabre.queues.StudentEvent.QueueJoined;
import org.palabre.queues.StudentEvent.QueueLeft;
import org.palabre.queues.StudentId;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/**
 * Students as their history has them, read without loading and locking them: to find out which company is to be loaded
 * first, and to pass by those who cannot be called anyway.
 */
@Component
class StoredStudents {

    private final EventStore events;

    StoredStudents(EventStore events) {
        this.events = events;
    }

    boolean available(StudentId studentId) {
        var student = new Student();
        history(studentId).forEach(student::on);
        return student.available();
    }

    /** The company of an inscription; refused as not found if it is not this student's. */
    CompanyId companyOf(StudentId studentId, InscriptionId inscriptionId) {
        return history(studentId)
                .filter(QueueJoined.class::isInstance)
                .map(QueueJoined.class::cast)
                .filter(joined -> joined.inscriptionId().equals(inscriptionId))
                .map(QueueJoined::companyId)
                .findFirst()
                .orElseThrow(() -> new Refused(Common.NOT_FOUND));
    }

    /** Every place that the student ever took and has not left. */
    List<QueueJoined> places(StudentId studentId) {
        var left = history(studentId)
                .filter(QueueLeft.class::isInstance)
                .map(event -> ((QueueLeft) event).inscriptionId())
                .collect(toSet());
        return history(studentId)
                .filter(QueueJoined.class::isInstance)
                .map(QueueJoined.class::cast)
                .filter(joined -> !left.contains(joined.inscriptionId()))
                .toList();
    }

    private Stream<StudentEvent> history(StudentId studentId) {
        return events.readEvents(studentId.toString(), 0).asStream().map(event -> (StudentEvent) event.getPayload());
    }
}
