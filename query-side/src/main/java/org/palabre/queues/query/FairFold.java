package org.palabre.queues.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.palabre.projections.Generation;
import org.palabre.projections.Rows;
import org.palabre.queues.CompanyEvent;
import org.palabre.queues.CompanyEvent.AccessTokenRegenerated;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyEvent.CompanyRemoved;
import org.palabre.queues.CompanyEvent.CompanyRenamed;
import org.palabre.queues.CompanyEvent.InterviewCancelled;
import org.palabre.queues.CompanyEvent.InterviewCompleted;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.QueueLimitChanged;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyEvent.RecruitingResumed;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.CompanyEvent.StudentJoined;
import org.palabre.queues.CompanyEvent.StudentLeft;
import org.palabre.queues.CompanyStatus;
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
import org.palabre.queues.StudentStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens at the fair into its rows, one event after the other. */
class FairFold {

    private final Rows<CompanyRow> companies;
    private final Rows<InscriptionRow> inscriptions;
    private final Rows<StudentRow> students;
    private final FairTables tables;
    private final Generation generation;
    private final FairFollowers followers;

    FairFold(JdbcClient jdbc, FairTables tables, Generation generation, FairFollowers followers) {
        companies = new Rows<>(jdbc, "fair_company", CompanyRow.class, FairFold::companyOf);
        inscriptions = new Rows<>(jdbc, "fair_inscription", InscriptionRow.class, FairFold::inscriptionOf);
        students = new Rows<>(jdbc, "fair_student", StudentRow.class, FairFold::studentOf);
        this.tables = tables;
        this.generation = generation;
        this.followers = followers;
    }

    @EventHandler
    void on(CompanyEvent event, @Timestamp Instant at, @SequenceNumber long sequence, TrackingToken token) {
        if (generation.speaksAt(token)) {
            var before = followers.before(event, this::tables);
            apply(event, at, sequence);
            followers.tell(event, before, this::tables);
        } else {
            apply(event, at, sequence);
        }
    }

    @EventHandler
    void on(StudentEvent event, @SequenceNumber long sequence, TrackingToken token) {
        apply(event, sequence);
        if (generation.speaksAt(token)) {
            followers.tell(event, this::tables);
        }
    }

    private void apply(CompanyEvent event, Instant at, long sequence) {
        switch (event) {
            case CompanyOpened opened -> companies.add(new CompanyRow(opened));
            case CompanyRenamed renamed -> company(event, sequence).name = renamed.name();
            case RecruitingPaused _ -> company(event, sequence).status = CompanyStatus.PAUSED;
            case RecruitingResumed _ -> company(event, sequence).status = CompanyStatus.RECRUITING;
            case SlotsChanged changed ->
                company(event, sequence).maxConcurrentInterviews = changed.maxConcurrentInterviews();
            case QueueLimitChanged changed -> company(event, sequence).maxQueueSize = changed.maxQueueSize();
            case AccessTokenRegenerated regenerated -> company(event, sequence).tokenHash = regenerated.tokenHash();
            case CompanyRemoved removed -> {
                inscriptions.removeWhere("company_id", removed.companyId().value());
                companies.remove(removed.companyId().value());
            }
            case StudentJoined joined -> {
                inscriptions.add(new InscriptionRow(joined, at));
                company(event, sequence).waitingCount++;
            }
            case StudentLeft left -> {
                inscriptions.remove(left.inscriptionId().value());
                company(event, sequence).waitingCount--;
            }
            case InterviewStarted started -> {
                inscriptions.get(started.inscriptionId().value()).start(at);
                var company = company(event, sequence);
                company.waitingCount--;
                company.interviewingCount++;
            }
            case InterviewCompleted completed -> {
                var lasted = inscriptions.get(completed.inscriptionId().value()).complete(at);
                var company = company(event, sequence);
                company.interviewingCount--;
                company.completedCount++;
                company.interviewSeconds += lasted.toNanos() / 1e9;
            }
            case InterviewCancelled cancelled -> {
                inscriptions.get(cancelled.inscriptionId().value()).cancel();
                var company = company(event, sequence);
                company.interviewingCount--;
                company.waitingCount++;
            }
        }
    }

    private void apply(StudentEvent event, long sequence) {
        switch (event) {
            case ProfileCreated created -> students.add(new StudentRow(created));
            case ProfileChanged changed -> {
                var student = student(event, sequence);
                student.firstName = changed.firstName().orEmpty();
                student.lastName = changed.lastName().orEmpty();
            }
            case InterviewEntered entered -> {
                var student = student(event, sequence);
                student.status = StudentStatus.IN_INTERVIEW;
                student.currentCompanyId = entered.companyId();
            }
            case InterviewLeft left -> {
                var student = student(event, sequence);
                student.status = left.status();
                student.currentCompanyId = null;
            }
            case StudentPaused _ -> student(event, sequence).status = StudentStatus.PAUSED;
            case StudentBecameAvailable _ -> student(event, sequence).status = StudentStatus.AVAILABLE;
            case StudentRemoved _ -> {
                var student = student(event, sequence);
                student.firstName = "";
                student.lastName = "";
                student.removed = true;
            }
            case QueueJoined _, QueueLeft _ -> student(event, sequence);
        }
    }

    private CompanyRow company(CompanyEvent event, long sequence) {
        var company = companies.get(event.companyId().value());
        company.version = sequence;
        return company;
    }

    private StudentRow student(StudentEvent event, long sequence) {
        var student = students.get(event.studentId().value());
        student.version = sequence;
        return student;
    }

    /** What followers are told is read from the tables, as they are after the events so far. */
    private FairTables tables() {
        companies.save();
        return tables;
    }

    private static Optional<UUID> companyOf(Object event) {
        return event instanceof CompanyEvent company
                ? Optional.of(company.companyId().value())
                : Optional.empty();
    }

    private static Optional<UUID> studentOf(Object event) {
        return event instanceof StudentEvent student
                ? Optional.of(student.studentId().value())
                : Optional.empty();
    }

    private static Optional<UUID> inscriptionOf(Object event) {
        return switch (event) {
            case StudentLeft left -> Optional.of(left.inscriptionId().value());
            case InterviewStarted started -> Optional.of(started.inscriptionId().value());
            case InterviewCompleted completed ->
                Optional.of(completed.inscriptionId().value());
            case InterviewCancelled cancelled ->
                Optional.of(cancelled.inscriptionId().value());
            case StudentJoined joined -> Optional.of(joined.inscriptionId().value());
            default -> Optional.empty();
        };
    }
}
