package org.palabre.queues.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.palabre.queues.QueueRefusal.IN_INTERVIEW;
import static org.palabre.queues.QueueRefusal.STUDENT_BUSY;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentEvent;
import org.palabre.queues.StudentEvent.InterviewEntered;
import org.palabre.queues.StudentEvent.InterviewLeft;
import org.palabre.queues.StudentEvent.ProfileChanged;
import org.palabre.queues.StudentEvent.ProfileCreated;
import org.palabre.queues.StudentEvent.QueueJoined;
import org.palabre.queues.StudentEvent.QueueLeft;
import org.palabre.queues.StudentEvent.StudentBecameAvailable;
import org.palabre.queues.StudentEvent.StudentPaused;
import org.palabre.queues.StudentEvent.StudentRemoved;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Change;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;

/** A student at the fair, who sits in one interview at most. */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "aggregates")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Student {

    @AggregateIdentifier
    private StudentId id;

    private Personal firstName = NOBODY;
    private Personal lastName = NOBODY;
    private StudentStatus status = StudentStatus.AVAILABLE;
    private @Nullable CompanyName currentCompany;
    private boolean removed;

    private static final Personal NOBODY = new Personal(new UUID(0, 0), null);

    Student() {}

    Student(ProfileCreated creation) {
        apply(creation);
    }

    void change(ChangeProfile changes) {
        var first = changed(changes.firstName(), firstName);
        var last = changed(changes.lastName(), lastName);
        if (!first.equals(firstName) || !last.equals(lastName)) {
            apply(new ProfileChanged(id, first, last));
        }
    }

    void becomeAvailable() {
        refuseInInterview();
        if (status != StudentStatus.AVAILABLE) {
            apply(new StudentBecameAvailable(id));
        }
    }

    void takePause() {
        refuseInInterview();
        if (status != StudentStatus.PAUSED) {
            apply(new StudentPaused(id));
        }
    }

    void join(CompanyId companyId, InscriptionId inscriptionId) {
        apply(new QueueJoined(id, companyId, inscriptionId));
    }

    void leave(CompanyId companyId, InscriptionId inscriptionId) {
        apply(new QueueLeft(id, companyId, inscriptionId));
    }

    boolean available() {
        return status == StudentStatus.AVAILABLE && !removed;
    }

    void enter(CompanyName company, InscriptionId inscriptionId) {
        if (!available()) {
            throw new Refused(STUDENT_BUSY);
        }
        apply(new InterviewEntered(id, company.id(), company.name(), inscriptionId));
    }

    void leaveInterview(CompanyId companyId, InscriptionId inscriptionId, StudentStatus next) {
        apply(new InterviewLeft(id, companyId, inscriptionId, next));
    }

    void remove() {
        if (!removed) {
            apply(new StudentRemoved(id));
        }
    }

    StudentView view() {
        return new StudentView(id, firstName.orEmpty(), lastName.orEmpty(), status, currentCompany, getVersion());
    }

    private void refuseInInterview() {
        if (status == StudentStatus.IN_INTERVIEW) {
            throw new Refused(IN_INTERVIEW);
        }
    }

    private static Personal changed(Change<String> change, Personal current) {
        return change instanceof Change.Set<String> set && set.value() != null
                ? Personal.of(current.subject(), set.value())
                : current;
    }

    @EventSourcingHandler
    void on(StudentEvent event) {
        switch (event) {
            case ProfileCreated created -> {
                id = created.studentId();
                firstName = created.firstName();
                lastName = created.lastName();
            }
            case ProfileChanged changed -> {
                firstName = changed.firstName();
                lastName = changed.lastName();
            }
            case InterviewEntered entered -> {
                status = StudentStatus.IN_INTERVIEW;
                currentCompany = new CompanyName(entered.companyId(), entered.companyName());
            }
            case InterviewLeft left -> {
                status = left.status();
                currentCompany = null;
            }
            case StudentPaused _ -> status = StudentStatus.PAUSED;
            case StudentBecameAvailable _ -> status = StudentStatus.AVAILABLE;
            case StudentRemoved _ -> {
                removed = true;
                firstName = NOBODY;
                lastName = NOBODY;
            }
            case QueueJoined _, QueueLeft _ -> {}
        }
    }
}
