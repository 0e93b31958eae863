package org.palabre.queues.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.projections.ReadSide;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyEvent;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyEvent.InterviewCancelled;
import org.palabre.queues.CompanyEvent.InterviewCompleted;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.StudentJoined;
import org.palabre.queues.CompanyEvent.StudentLeft;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.StudentEvent;
import org.palabre.queues.StudentEvent.InterviewEntered;
import org.palabre.queues.StudentEvent.InterviewLeft;
import org.palabre.queues.StudentEvent.ProfileCreated;
import org.palabre.queues.StudentEvent.QueueJoined;
import org.palabre.queues.StudentEvent.QueueLeft;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Ids;
import org.palabre.shared.Personal;
import org.palabre.shared.Positions.Position;

/** The fair's read model at work, and the words to tell what happens there. */
final class FairOnPostgres implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    final ReadSide side;
    final CompanyQueries companies;
    final StudentQueries students;
    final BoardQueries boards;
    private Instant now = NINE;
    private final Map<String, Position> newest = new LinkedHashMap<>();

    FairOnPostgres() {
        side = new ReadSide(each ->
                new QueuesProjection(each.database, new FairTables(each.database), new FairFollowers(each.updates)));
        var tables = new FairTables(side.database);
        companies = new CompanyQueries(side.database, tables);
        students = new StudentQueries(side.database, tables);
        boards = new BoardQueries(side.database, side.transactions);
    }

    /** From now on it is so many minutes after nine. */
    FairOnPostgres at(int minutes) {
        now = NINE.plusSeconds(60L * minutes);
        return this;
    }

    /** All this happens, each step in one transaction; nobody waits until it is shown. */
    FairOnPostgres happens(DomainEvent... events) {
        for (var event : events) {
            var type = event instanceof CompanyEvent ? "Company" : "Student";
            var aggregate = switch (event) {
                case CompanyEvent company -> company.companyId().toString();
                case StudentEvent student -> student.studentId().toString();
                default -> throw new IllegalArgumentException("Not of the fair: " + event);
            };
            newest.put(aggregate, side.happen(now, type, aggregate, event));
        }
        return this;
    }

    /** Waits until everything is shown. */
    FairOnPostgres shown() throws InterruptedException {
        side.awaitApplied(newest.values().toArray(Position[]::new));
        return this;
    }

    /** Waits until everything of this company is shown. */
    void shown(CompanyId company) throws InterruptedException {
        side.awaitApplied(newest.get(company.toString()));
    }

    static CompanyOpened opened(CompanyId company, String name, int slots) {
        return new CompanyOpened(company, name, slots, null, AccessToken.hash(name));
    }

    static StudentId student() {
        return new StudentId(Ids.next());
    }

    static ProfileCreated profile(StudentId student, String first, String last) {
        UUID account = student.value();
        return new ProfileCreated(
                student, new AccountId(account), Personal.of(account, first), Personal.of(account, last));
    }

    static DomainEvent[] joined(CompanyId company, InscriptionId inscription, StudentId student, int position) {
        return new DomainEvent[] {
            new StudentJoined(company, inscription, student, position), new QueueJoined(student, company, inscription)
        };
    }

    static DomainEvent[] left(CompanyId company, InscriptionId inscription, StudentId student) {
        return new DomainEvent[] {
            new StudentLeft(company, inscription, student), new QueueLeft(student, company, inscription)
        };
    }

    static DomainEvent[] started(CompanyId company, InscriptionId inscription, StudentId student) {
        return new DomainEvent[] {
            new InterviewEntered(student, company, "as it was called", inscription),
            new InterviewStarted(company, inscription, student)
        };
    }

    static DomainEvent[] completed(CompanyId company, InscriptionId inscription, StudentId student) {
        return new DomainEvent[] {
            new InterviewLeft(student, company, inscription, StudentStatus.PAUSED),
            new InterviewCompleted(company, inscription, student)
        };
    }

    static DomainEvent[] cancelled(CompanyId company, InscriptionId inscription, StudentId student) {
        return new DomainEvent[] {
            new InterviewLeft(student, company, inscription, StudentStatus.AVAILABLE),
            new InterviewCancelled(company, inscription, student)
        };
    }

    @Override
    public void close() {
        side.close();
    }
}
