package org.palabre.queues.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.palabre.projections.Generation;
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
import org.palabre.queues.StudentStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens at the fair into its tables, one event after the other. */
class FairFold {

    private final JdbcClient jdbc;
    private final Generation generation;
    private final FairFollowers followers;

    FairFold(JdbcClient jdbc, Generation generation, FairFollowers followers) {
        this.jdbc = jdbc;
        this.generation = generation;
        this.followers = followers;
    }

    @EventHandler
    void on(CompanyEvent event, @Timestamp Instant at, @SequenceNumber long sequence, TrackingToken token) {
        var before = generation.speaksAt(token) ? followers.before(event) : FairFollowers.Before.UNKNOWN;
        switch (event) {
            case CompanyOpened opened -> open(opened);
            case CompanyRenamed renamed ->
                company(event, sequence, "name = ?, search = lower(unaccent(?))", renamed.name(), renamed.name());
            case RecruitingPaused _ -> company(event, sequence, "status = ?", CompanyStatus.PAUSED.name());
            case RecruitingResumed _ -> company(event, sequence, "status = ?", CompanyStatus.RECRUITING.name());
            case SlotsChanged changed ->
                company(event, sequence, "max_concurrent_interviews = ?", changed.maxConcurrentInterviews());
            case QueueLimitChanged changed -> limit(changed, sequence);
            case AccessTokenRegenerated regenerated ->
                company(event, sequence, "token_hash = ?", regenerated.tokenHash());
            case CompanyRemoved _ -> remove(event);
            case StudentJoined joined -> join(joined, at, sequence);
            case StudentLeft left ->
                queue(
                        left,
                        sequence,
                        "waiting_count = waiting_count - 1",
                        "delete from fair_inscription where id = ?",
                        left.inscriptionId().value());
            case InterviewStarted started ->
                queue(
                        started,
                        sequence,
                        "waiting_count = waiting_count - 1, interviewing_count = interviewing_count + 1",
                        "update fair_inscription set status = 'IN_INTERVIEW', started_at = ? where id = ?",
                        at.atOffset(ZoneOffset.UTC),
                        started.inscriptionId().value());
            case InterviewCompleted completed ->
                queue(
                        completed,
                        sequence,
                        """
                        interviewing_count = interviewing_count - 1, completed_count = completed_count + 1,
                        interview_seconds = interview_seconds + extract(epoch from ?::timestamptz - place.started_at)
                        """,
                        "update fair_inscription set status = 'COMPLETED' where id = ?",
                        completed.inscriptionId().value(),
                        at.atOffset(ZoneOffset.UTC));
            case InterviewCancelled cancelled ->
                queue(
                        cancelled,
                        sequence,
                        "waiting_count = waiting_count + 1, interviewing_count = interviewing_count - 1",
                        "update fair_inscription set status = 'WAITING', started_at = null where id = ?",
                        cancelled.inscriptionId().value());
        }
        if (generation.speaksAt(token)) {
            followers.tell(event, before);
        }
    }

    @EventHandler
    void on(StudentEvent event, @SequenceNumber long sequence, TrackingToken token) {
        switch (event) {
            case ProfileCreated created -> create(created);
            case ProfileChanged changed ->
                student(
                        event,
                        sequence,
                        "first_name = ?, last_name = ?, search = lower(unaccent(?))",
                        changed.firstName().orEmpty(),
                        changed.lastName().orEmpty(),
                        changed.lastName().orEmpty() + " " + changed.firstName().orEmpty());
            case InterviewEntered entered ->
                student(
                        event,
                        sequence,
                        "status = ?, current_company_id = ?",
                        StudentStatus.IN_INTERVIEW.name(),
                        entered.companyId().value());
            case InterviewLeft left ->
                student(
                        event,
                        sequence,
                        "status = ?, current_company_id = null",
                        left.status().name());
            case StudentPaused _ -> student(event, sequence, "status = ?", StudentStatus.PAUSED.name());
            case StudentBecameAvailable _ -> student(event, sequence, "status = ?", StudentStatus.AVAILABLE.name());
            case QueueJoined _, QueueLeft _ ->
                change("fair_student", event.studentId().value(), sequence, "");
        }
        if (generation.speaksAt(token)) {
            followers.tell(event);
        }
    }

    private void open(CompanyOpened opened) {
        jdbc.sql("""
                        insert into fair_company
                            (id, name, search, status, max_concurrent_interviews, max_queue_size, token_hash, version)
                        values (?, ?, lower(unaccent(?)), 'RECRUITING', ?, ?, ?, 0)
                        """)
                .param(opened.companyId().value())
                .param(opened.name())
                .param(opened.name())
                .param(opened.maxConcurrentInterviews())
                .param(opened.maxQueueSize())
                .param(opened.tokenHash())
                .update();
    }

    private void limit(QueueLimitChanged changed, long sequence) {
        jdbc.sql("update fair_company set version = ?, max_queue_size = ? where id = ?")
                .param(sequence)
                .param(changed.maxQueueSize())
                .param(changed.companyId().value())
                .update();
    }

    private void remove(CompanyEvent event) {
        jdbc.sql("delete from fair_inscription where company_id = ?")
                .param(event.companyId().value())
                .update();
        one("delete from fair_company where id = ?", event.companyId().value());
    }

    private void join(StudentJoined joined, Instant at, long sequence) {
        queue(
                joined,
                sequence,
                "waiting_count = waiting_count + 1",
                """
                insert into fair_inscription (id, company_id, student_id, position, status, joined_at)
                values (?, ?, ?, ?, 'WAITING', ?)
                """,
                joined.inscriptionId().value(),
                joined.companyId().value(),
                joined.studentId().value(),
                joined.position(),
                at.atOffset(ZoneOffset.UTC));
    }

    private void create(ProfileCreated created) {
        one(
                """
                insert into fair_student (id, first_name, last_name, search, status, version)
                values (?, ?, ?, lower(unaccent(?)), 'AVAILABLE', 0)
                """,
                created.studentId().value(),
                created.firstName().orEmpty(),
                created.lastName().orEmpty(),
                created.lastName().orEmpty() + " " + created.firstName().orEmpty());
    }

    /** Changes a place in the queue and its company's counts by one statement; both rows have to be there. */
    private void queue(CompanyEvent event, long version, String counts, String place, Object... values) {
        var parameters = new ArrayList<>(List.of(values));
        parameters.add(version);
        parameters.add(event.companyId().value());
        one("""
                with place as (%s returning started_at)
                update fair_company set %s, version = ? from place where fair_company.id = ?
                """.formatted(place, counts), parameters.toArray());
    }

    private void company(CompanyEvent event, long version, String change, Object... values) {
        change("fair_company", event.companyId().value(), version, ", " + change, values);
    }

    private void student(StudentEvent event, long version, String change, Object... values) {
        change("fair_student", event.studentId().value(), version, ", " + change, values);
    }

    private void change(String table, UUID id, long version, String change, Object... values) {
        var parameters = new ArrayList<Object>();
        parameters.add(version);
        parameters.addAll(List.of(values));
        parameters.add(id);
        one("update " + table + " set version = ?" + change + " where id = ?", parameters.toArray());
    }

    /** A row that is not there is a history that cannot be: better stop at the event than show something wrong. */
    private void one(String sql, Object... values) {
        var rows = jdbc.sql(sql).params(values).update();
        if (rows != 1) {
            throw new IllegalStateException(rows + " rows instead of one for " + sql);
        }
    }
}
