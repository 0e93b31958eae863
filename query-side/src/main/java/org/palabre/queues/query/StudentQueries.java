package org.palabre.queues.query;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.queues.QueueQuery.FindInscriptions;
import org.palabre.queues.QueueQuery.FindOpportunities;
import org.palabre.queues.QueueQuery.FindStudent;
import org.palabre.queues.QueueQuery.FindStudentQueues;
import org.palabre.queues.QueueQuery.FindStudents;
import org.palabre.queues.QueueQuery.InscriptionPage;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.OpportunityPage;
import org.palabre.queues.QueueQuery.OpportunityView;
import org.palabre.queues.QueueQuery.StudentPage;
import org.palabre.queues.QueueQuery.StudentQueuesView;
import org.palabre.queues.QueueQuery.StudentView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers where students stand. */
@Component
class StudentQueries {

    private static final String WANTED = """
             where not student.removed and (cast(:status as text) is null or student.status = :status)
                and student.search like all (select '%' || word || '%' from unnest(search_words(:search)) word)
            """;

    private static final String OWN = " where inscription.student_id = :student";

    private static final String POSSIBLE = OWN + """
             and inscription.status = 'WAITING' and company.status = 'RECRUITING'
                and company.interviewing_count < company.max_concurrent_interviews
            """;

    private static final String NEWEST_FIRST =
            " order by inscription.joined_at desc, inscription.id desc limit :size offset :offset";

    private final JdbcClient jdbc;
    private final FairTables fair;

    StudentQueries(DataSource dataSource, FairTables fair) {
        this.jdbc = JdbcClient.create(dataSource);
        this.fair = fair;
    }

    @QueryHandler
    Optional<StudentView> handle(FindStudent query) {
        return fair.findStudent(query.studentId());
    }

    @QueryHandler
    StudentPage handle(FindStudents query) {
        var status = query.status().map(Enum::name).orElse(null);
        var count = jdbc.sql("select count(*) from fair_student student" + WANTED)
                .param("status", status)
                .param("search", query.search())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(FairTables.STUDENT + WANTED
                        + "order by student.search, student.id"
                        + " limit :size offset :offset")
                .param("status", status)
                .param("search", query.search())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(FairTables::student)
                .list();
        return new StudentPage(count, rows);
    }

    @QueryHandler
    InscriptionPage handle(FindInscriptions query) {
        var rows = jdbc.sql(FairTables.INSCRIPTION + OWN + NEWEST_FIRST)
                .param("student", query.studentId().value())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(FairTables::inscription)
                .list();
        return new InscriptionPage(count(OWN, query.studentId().value()), rows);
    }

    @QueryHandler
    OpportunityPage handle(FindOpportunities query) {
        var rows = jdbc.sql("select opportunity.*, company.interview_seconds, company.completed_count,"
                        + " company.max_concurrent_interviews from (" + FairTables.INSCRIPTION + POSSIBLE
                        + ") opportunity join fair_company company on company.id = opportunity.company_id"
                        + " order by opportunity.joined_at desc, opportunity.id desc limit :size offset :offset")
                .param("student", query.studentId().value())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query((row, number) -> opportunity(
                        FairTables.inscription(row, number),
                        row.getDouble("interview_seconds"),
                        row.getInt("completed_count"),
                        row.getInt("max_concurrent_interviews")))
                .list();
        return new OpportunityPage(count(POSSIBLE, query.studentId().value()), rows);
    }

    @QueryHandler
    Optional<StudentQueuesView> handle(FindStudentQueues query) {
        return fair.findStudent(query.studentId())
                .map(student -> new StudentQueuesView(
                        student,
                        jdbc.sql(FairTables.INSCRIPTION + OWN
                                        + " order by inscription.joined_at desc, inscription.id desc")
                                .param("student", query.studentId().value())
                                .query(FairTables::inscription)
                                .list()));
    }

    private long count(String which, java.util.UUID student) {
        return jdbc.sql("select count(*) from fair_inscription inscription"
                        + " join fair_company company on company.id = inscription.company_id" + which)
                .param("student", student)
                .query(Long.class)
                .single();
    }

    /** Those ahead in line are seen first, as many at a time as the company has slots. */
    private static OpportunityView opportunity(InscriptionView inscription, double seconds, int interviews, int slots) {
        var average = FairTables.averageMinutes(seconds, interviews);
        var ahead = inscription.place() == null ? 0 : inscription.place() - 1;
        return new OpportunityView(
                inscription.id(),
                inscription.company(),
                inscription.position(),
                inscription.status(),
                inscription.completed(),
                inscription.place(),
                inscription.joinedAt(),
                average == null ? null : Math.round(average * ahead / slots * 10) / 10.0);
    }
}
