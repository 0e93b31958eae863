package org.palabre.proofs.fair;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.palabre.proofs.fair.Fold.Account;
import org.palabre.proofs.fair.Fold.Place;
import org.palabre.proofs.fair.Fold.Student;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The read models, as they are in their tables or as a history makes them. */
record ReadModels(
        Set<Company> companies,
        Set<Student> students,
        Set<Place> places,
        Set<Account> accounts,
        Map<String, String> sessions,
        Map<String, Long> applied,
        int deadLetters) {

    /** A company with its counters. */
    record Company(
            String id,
            String name,
            String status,
            int slots,
            Integer limit,
            String tokenHash,
            long waiting,
            long interviewing,
            long completed,
            double seconds,
            long version) {}

    static ReadModels of(Fold fold) {
        return new ReadModels(
                fold.stands().values().stream()
                        .map(stand -> new Company(
                                stand.id(),
                                stand.name(),
                                stand.status(),
                                stand.slots(),
                                stand.limit(),
                                stand.tokenHash(),
                                fold.places(stand.id()).stream()
                                        .filter(Place::waits)
                                        .count(),
                                fold.places(stand.id()).stream()
                                        .filter(Place::runs)
                                        .count(),
                                stand.completed(),
                                stand.seconds(),
                                stand.version()))
                        .collect(Collectors.toSet()),
                Set.copyOf(fold.students().values()),
                fold.places().collect(Collectors.toSet()),
                Set.copyOf(fold.accounts().values()),
                fold.sessions(),
                fold.folded(),
                0);
    }

    static ReadModels at(String database) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(database));
        return new ReadModels(
                all(jdbc, "fair_company", ReadModels::company),
                all(
                        jdbc,
                        "fair_student",
                        (row, _) -> new Student(
                                row.getString("id"),
                                row.getString("status"),
                                row.getString("current_company_id"),
                                row.getLong("version"))),
                all(
                        jdbc,
                        "fair_inscription",
                        (row, _) -> new Place(
                                row.getString("id"),
                                row.getString("company_id"),
                                row.getString("student_id"),
                                row.getInt("position"),
                                row.getString("status"),
                                instant(row, "joined_at"),
                                instant(row, "started_at"))),
                all(
                        jdbc,
                        "account",
                        (row, _) -> new Account(
                                row.getString("id"),
                                row.getString("status"),
                                new TreeSet<>(Arrays.asList(
                                        (String[]) row.getArray("roles").getArray())),
                                instant(row, "created_at"),
                                instant(row, "last_login_at"),
                                row.getLong("version"))),
                jdbc
                        .sql("select id, account_id from account_session")
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                jdbc.sql("""
                                select aggregate_id, sequence from applied_position
                                join projection on generation = name || '_' || live""").query((row, _) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, ReadModels::agreed)),
                jdbc.sql("select count(*)::int from dead_letter")
                        .query(Integer.class)
                        .single());
    }

    /** How far all projections have got that fold an aggregate; nowhere, where they differ. */
    private static long agreed(long one, long other) {
        return one == other ? one : -1;
    }

    private static <T> Set<T> all(JdbcClient jdbc, String table, RowMapper<T> row) {
        return jdbc.sql("select * from " + table).query(row).set();
    }

    private static Company company(ResultSet row, int number) throws SQLException {
        return new Company(
                row.getString("id"),
                row.getString("name"),
                row.getString("status"),
                row.getInt("max_concurrent_interviews"),
                row.getObject("max_queue_size", Integer.class),
                row.getString("token_hash"),
                row.getLong("waiting_count"),
                row.getLong("interviewing_count"),
                row.getLong("completed_count"),
                row.getDouble("interview_seconds"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
