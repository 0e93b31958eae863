package org.palabre.queues.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the fair as the shapes that are shown. */
@Component
class FairTables {

    static final String COMPANY = "select * from fair_company company";

    static final String STUDENT = """
            select student.*, current.name as current_company_name
            from fair_student student left join fair_company current on current.id = student.current_company_id""";

    static final String INSCRIPTION = """
            select inscription.*, company.name as company_name, company.version as company_version,
                case when inscription.status = 'WAITING' then (
                    select count(*)::int from fair_inscription ahead
                    where ahead.company_id = inscription.company_id and ahead.status = 'WAITING'
                        and ahead.position <= inscription.position) end as place
            from fair_inscription inscription join fair_company company on company.id = inscription.company_id""";

    private final JdbcClient jdbc;

    FairTables(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<CompanyView> findCompany(CompanyId id) {
        return jdbc.sql(COMPANY + " where id = ?")
                .param(id.value())
                .query(FairTables::company)
                .optional();
    }

    Optional<StudentView> findStudent(StudentId id) {
        return jdbc.sql(STUDENT + " where student.id = ?")
                .param(id.value())
                .query(FairTables::student)
                .optional();
    }

    CompanyView company(CompanyId id) {
        return findCompany(id).orElseThrow();
    }

    StudentView student(StudentId id) {
        return findStudent(id).orElseThrow();
    }

    InscriptionView inscription(InscriptionId id) {
        return jdbc.sql(INSCRIPTION + " where inscription.id = ?")
                .param(id.value())
                .query(FairTables::inscription)
                .single();
    }

    /** Everyone with an inscription at this company that is not over. */
    Set<StudentId> studentsOf(CompanyId id) {
        return new HashSet<>(
                jdbc.sql("select student_id from fair_inscription where company_id = ? and status <> 'COMPLETED'")
                        .param(id.value())
                        .query((row, _) -> new StudentId(uuid(row, "student_id")))
                        .list());
    }

    /** Every company where this student waits or sits. */
    Set<CompanyId> companiesWith(StudentId id) {
        return new HashSet<>(
                jdbc.sql("select company_id from fair_inscription where student_id = ? and status <> 'COMPLETED'")
                        .param(id.value())
                        .query((row, _) -> new CompanyId(uuid(row, "company_id")))
                        .list());
    }

    static CompanyView company(ResultSet row, int number) throws SQLException {
        return new CompanyView(
                new CompanyId(uuid(row, "id")),
                row.getString("name"),
                CompanyStatus.valueOf(row.getString("status")),
                row.getInt("max_concurrent_interviews"),
                row.getObject("max_queue_size", Integer.class),
                row.getInt("waiting_count"),
                row.getInt("interviewing_count"),
                row.getLong("version"));
    }

    static StudentView student(ResultSet row, int number) throws SQLException {
        var company = row.getObject("current_company_id", UUID.class);
        return new StudentView(
                new StudentId(uuid(row, "id")),
                row.getString("first_name"),
                row.getString("last_name"),
                StudentStatus.valueOf(row.getString("status")),
                company == null ? null : new CompanyName(new CompanyId(company), row.getString("current_company_name")),
                row.getLong("version"));
    }

    static InscriptionView inscription(ResultSet row, int number) throws SQLException {
        return new InscriptionView(
                new InscriptionId(uuid(row, "id")),
                new CompanyName(new CompanyId(uuid(row, "company_id")), row.getString("company_name")),
                row.getInt("position"),
                InscriptionStatus.valueOf(row.getString("status")),
                row.getObject("place", Integer.class),
                instant(row, "joined_at"),
                row.getLong("company_version"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static java.time.Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    /** The average of a company's interviews so far, in minutes. */
    static @Nullable Double averageMinutes(double seconds, int interviews) {
        return interviews == 0 ? null : Math.round(seconds / interviews / 6) / 10.0;
    }
}
