package org.palabre.queues.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.BoardView;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FairOverview;
import org.palabre.queues.QueueQuery.FairStats;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.queues.QueueQuery.FindFairOverview;
import org.palabre.queues.QueueQuery.FindFairStats;
import org.palabre.queues.QueueQuery.StudentName;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers what a company's stand, or the whole fair, looks like now. */
@Component
class BoardQueries {

    private static final String ENTRIES = """
            select inscription.id, inscription.company_id, inscription.position, inscription.status,
                inscription.joined_at, inscription.started_at,
                student.id as student_id, student.first_name, student.last_name, student.status as student_status
            from fair_inscription inscription join fair_student student on student.id = inscription.student_id
            where inscription.status <> 'COMPLETED'""";

    private final JdbcClient jdbc;

    /**
     * Several questions, one moment: what is shown together was true together. Whoever joined a transaction that is there
     * already would get that one's isolation.
     */
    private final TransactionTemplate oneMoment;

    BoardQueries(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @QueryHandler
    Optional<BoardView> handle(FindBoard query) {
        return Objects.requireNonNull(oneMoment.execute(_ -> jdbc.sql(FairTables.COMPANY + " where id = ?")
                .param(query.companyId().value())
                .query(BoardQueries::stand)
                .optional()
                .map(stand -> board(
                        stand,
                        jdbc.sql(ENTRIES + " and inscription.company_id = ? order by inscription.position")
                                .param(query.companyId().value())
                                .query(BoardQueries::entry)
                                .list()))));
    }

    @QueryHandler
    FairOverview handle(FindFairOverview query) {
        return Objects.requireNonNull(oneMoment.execute(_ -> {
            var entries =
                    jdbc.sql(ENTRIES + " order by inscription.position").query(BoardQueries::entry).list().stream()
                            .collect(java.util.stream.Collectors.groupingBy(Entry::companyId));
            var boards =
                    jdbc.sql(FairTables.COMPANY + " order by search, id").query(BoardQueries::stand).list().stream()
                            .map(stand -> board(
                                    stand, entries.getOrDefault(stand.company().id(), List.of())))
                            .toList();
            return new FairOverview(stats(), boards);
        }));
    }

    @QueryHandler
    FairStats handle(FindFairStats query) {
        return stats();
    }

    private FairStats stats() {
        return jdbc.sql("""
                        select (select count(*) from fair_company where status = 'RECRUITING') as recruiting,
                            (select count(*) from fair_company where status = 'PAUSED') as companies_paused,
                            (select count(*) from fair_student where status = 'AVAILABLE' and not removed) as available,
                            (select count(*) from fair_student where status = 'IN_INTERVIEW' and not removed) as students_in_interview,
                            (select count(*) from fair_student where status = 'PAUSED' and not removed) as students_paused,
                            coalesce(sum(waiting_count), 0) as waiting,
                            coalesce(sum(interviewing_count), 0) as in_interview,
                            coalesce(sum(completed_count), 0) as completed,
                            coalesce(sum(interview_seconds), 0) as seconds
                        from fair_company""")
                .query((row, _) -> new FairStats(
                        new FairStats.Companies(row.getInt("recruiting"), row.getInt("companies_paused")),
                        new FairStats.Students(
                                row.getInt("available"),
                                row.getInt("students_in_interview"),
                                row.getInt("students_paused")),
                        new FairStats.Inscriptions(
                                row.getInt("waiting"), row.getInt("in_interview"), row.getInt("completed")),
                        FairTables.averageMinutes(row.getDouble("seconds"), row.getInt("completed"))))
                .single();
    }

    private record Stand(CompanyView company, int completed, double seconds) {}

    private record Entry(
            InscriptionId id,
            CompanyId companyId,
            int position,
            StudentName student,
            StudentStatus studentStatus,
            java.time.Instant joinedAt,
            java.time.@Nullable Instant startedAt) {}

    private static Stand stand(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Stand(
                FairTables.company(row, number), row.getInt("completed_count"), row.getDouble("interview_seconds"));
    }

    private static Entry entry(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Entry(
                new InscriptionId(FairTables.uuid(row, "id")),
                new CompanyId(FairTables.uuid(row, "company_id")),
                row.getInt("position"),
                new StudentName(
                        new StudentId(FairTables.uuid(row, "student_id")),
                        row.getString("first_name"),
                        row.getString("last_name")),
                StudentStatus.valueOf(row.getString("student_status")),
                FairTables.instant(row, "joined_at"),
                row.getString("status").equals("IN_INTERVIEW") ? FairTables.instant(row, "started_at") : null);
    }

    private static BoardView board(Stand stand, List<Entry> entries) {
        var company = stand.company();
        var ready = company.status() == CompanyStatus.RECRUITING
                && company.interviewingCount() < company.maxConcurrentInterviews();
        return new BoardView(
                company,
                new BoardView.Slots(company.interviewingCount(), company.maxConcurrentInterviews()),
                entries.stream()
                        .flatMap(entry -> java.util.stream.Stream.ofNullable(entry.startedAt())
                                .map(startedAt -> new BoardView.Interview(
                                        entry.id(), entry.position(), entry.student(), startedAt)))
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.startedAt() == null)
                        .map(entry -> new BoardView.Waiting(
                                entry.id(),
                                entry.position(),
                                entry.student(),
                                entry.studentStatus(),
                                ready && entry.studentStatus() == StudentStatus.AVAILABLE,
                                entry.joinedAt()))
                        .toList(),
                stand.completed(),
                FairTables.averageMinutes(stand.seconds(), stand.completed()));
    }
}
