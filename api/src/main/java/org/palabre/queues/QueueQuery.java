package org.palabre.queues;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

/** What one may ask about the fair, and the shapes of the answers. */
public sealed interface QueueQuery {

    /** Answered by an optional {@link CompanyView}. */
    record FindCompany(CompanyId companyId) implements QueueQuery {}

    /** Answered by a {@link CompanyPage}. */
    record FindCompanies(String search, Optional<CompanyStatus> status, List<String> ordering, Page.Request page)
            implements QueueQuery {}

    /** Which company an access token opens: answered by an optional {@link CompanyId}. */
    record FindCompanyByToken(String tokenHash) implements QueueQuery {}

    /** Answered by an optional {@link BoardView}; subscribe to follow it. */
    record FindBoard(CompanyId companyId) implements QueueQuery {}

    /** Answered by an optional {@link StudentView}. */
    record FindStudent(StudentId studentId) implements QueueQuery {}

    /** Answered by a {@link StudentPage}. */
    record FindStudents(String search, Optional<StudentStatus> status, Page.Request page) implements QueueQuery {}

    /** Answered by an {@link InscriptionPage}, newest first. */
    record FindInscriptions(StudentId studentId, Page.Request page) implements QueueQuery {}

    /** Where a student could be called now: answered by an {@link OpportunityPage}. */
    record FindOpportunities(StudentId studentId, Page.Request page) implements QueueQuery {}

    /** Answered by an optional {@link StudentQueuesView}; subscribe to follow it. */
    record FindStudentQueues(StudentId studentId) implements QueueQuery {}

    /** Answered by {@link FairStats}. */
    record FindFairStats() implements QueueQuery {}

    /** Answered by a {@link FairOverview}; subscribe to follow it. */
    record FindFairOverview() implements QueueQuery {}

    record CompanyPage(long count, List<CompanyView> rows) implements Page<CompanyView> {}

    record StudentPage(long count, List<StudentView> rows) implements Page<StudentView> {}

    record InscriptionPage(long count, List<InscriptionView> rows) implements Page<InscriptionView> {}

    record OpportunityPage(long count, List<OpportunityView> rows) implements Page<OpportunityView> {}

    record CompanyName(CompanyId id, String name) {}

    record StudentName(StudentId id, String firstName, String lastName) {}

    record CompanyView(
            CompanyId id,
            String name,
            CompanyStatus status,
            int maxConcurrentInterviews,
            @Nullable Integer maxQueueSize,
            int waitingCount,
            int interviewingCount,
            long version)
            implements Versioned {}

    record StudentView(
            StudentId id,
            String firstName,
            String lastName,
            StudentStatus status,
            @Nullable CompanyName currentCompany,
            long version)
            implements Versioned {}

    /**
     * A student's place in a queue.
     *
     * @param position in the order of joining, from 1; it stays
     * @param place how many wait up to and with this one; {@code null} when not waiting
     * @param version of the company's queue
     */
    record InscriptionView(
            InscriptionId id,
            CompanyName company,
            int position,
            InscriptionStatus status,
            @Nullable Integer place,
            Instant joinedAt,
            long version)
            implements Versioned {

        @JsonProperty("is_completed")
        public boolean completed() {
            return status == InscriptionStatus.COMPLETED;
        }
    }

    /**
     * An inscription whose company has a free slot now.
     *
     * @param expectedWaitMinutes from this company's own interviews; {@code null} before it has had one
     */
    record OpportunityView(
            InscriptionId id,
            CompanyName company,
            int position,
            InscriptionStatus status,
            boolean isCompleted,
            @Nullable Integer place,
            Instant joinedAt,
            @Nullable Double expectedWaitMinutes) {}

    /** A company's stand as it is now. */
    record BoardView(
            CompanyView company,
            Slots slots,
            List<Interview> interviews,
            List<Waiting> queue,
            int completedCount,
            @Nullable Double averageMinutes)
            implements Versioned {

        @Override
        public long version() {
            return company.version();
        }

        public record Slots(int used, int max) {}

        public record Interview(InscriptionId id, int position, StudentName student, Instant startedAt) {}

        /**
         * Who waits.
         *
         * @param canStart the company recruits, a slot is free and the student is available
         */
        public record Waiting(
                InscriptionId id,
                int position,
                StudentName student,
                StudentStatus studentStatus,
                boolean canStart,
                Instant waitingSince) {}
    }

    record StudentQueuesView(StudentView student, List<InscriptionView> inscriptions) {}

    record FairStats(
            Companies companies,
            Students students,
            Inscriptions inscriptions,
            @Nullable Double averageMinutes) {

        public record Companies(int recruiting, int paused) {}

        public record Students(int available, int inInterview, int paused) {}

        public record Inscriptions(int waiting, int inInterview, int completed) {}
    }

    record FairOverview(@JsonUnwrapped FairStats stats, List<BoardView> boards) {}
}
