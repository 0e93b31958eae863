package org.palabre.move;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.palabre.console.Console;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the command side keeps beside the events: every table that its migrations make, except those whose place Axon Server
 * takes. Rows travel as JSON, which PostgreSQL writes and reads for every type there is.
 */
final class CommandTables {

    private static final Set<String> LEFT_BEHIND = Set.of("event", "snapshot");
    private static final int BATCH = 500;

    private final OpenDatabase source;
    private final OpenDatabase target;
    private final List<String> tables;

    CommandTables(OpenDatabase source, OpenDatabase target) {
        this.source = source;
        this.target = target;
        this.tables = tables(target);
    }

    /** How many rows, and the SHA-256 of them all. */
    private record Contents(long rows, String digest) {}

    /**
     * Those that have to be copied.
     *
     * @throws CannotMove when one holds anything else
     */
    List<String> missing() {
        var missing = new ArrayList<String>();
        for (var table : tables) {
            var held = contents(target, table);
            if (!held.equals(contents(source, table))) {
                if (held.rows() > 0) {
                    throw new CannotMove(
                            ("The command side's table %s holds something else already. Name a database on which no command"
                                            + " side has worked, or drop its schema first.")
                                    .formatted(table));
                }
                missing.add(table);
            }
        }
        return missing;
    }

    /** Copies what is missing, all of it or none. */
    void copy() {
        var missing = missing();
        new TransactionTemplate(new JdbcTransactionManager(target.dataSource()))
                .executeWithoutResult(_ -> missing.forEach(this::copy));
    }

    /** Reads both sides once more, and tells what is there. */
    List<String> verify() {
        return tables.stream().map(this::verified).toList();
    }

    private String verified(String table) {
        var expected = contents(source, table);
        if (!contents(target, table).equals(expected)) {
            throw new CannotMove(
                    ("The table %s is not the same on both sides: something wrote to one of them. Stop it, drop"
                                    + " the command side's schema and run the move again.")
                            .formatted(table));
        }
        return "%s: %s rows, SHA-256 %s, on both sides"
                .formatted(table, Console.number(expected.rows()), expected.digest());
    }

    private void copy(String table) {
        var insert = "insert into %1$s select (jsonb_populate_record(null::%1$s, ?::jsonb)).*"
                .formatted(target.named(table));
        var into = new JdbcTemplate(target.dataSource());
        read(
                source,
                table,
                rows -> rows.gather(Gatherers.windowFixed(BATCH))
                        .mapToInt(batch -> into.batchUpdate(
                                        insert, batch, BATCH, (statement, row) -> statement.setString(1, row))
                                .length)
                        .sum());
    }

    private static Contents contents(OpenDatabase database, String table) {
        return read(database, table, rows -> {
            var digest = Tally.sha256();
            // a row is one line: JSON has no other line break
            var count = rows.mapToLong(row -> {
                        digest.update((row + "\n").getBytes(StandardCharsets.UTF_8));
                        return 1;
                    })
                    .sum();
            return new Contents(count, Tally.hex(digest.digest()));
        });
    }

    /** Its rows, in an order that does not depend on how a database sorts texts. */
    private static <T> T read(OpenDatabase database, String table, Function<Stream<String>, T> reader) {
        return Cursor.read(
                database.dataSource(),
                "select to_jsonb(kept)::text collate \"C\" as kept from %s as kept order by 1"
                        .formatted(database.named(table)),
                (row, _) -> row.getString("kept"),
                reader);
    }

    private static List<String> tables(OpenDatabase database) {
        var leftBehind = new ArrayList<>(LEFT_BEHIND);
        leftBehind.add(database.history());
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select table_name from information_schema.tables
                        where table_schema = :schema and table_type = 'BASE TABLE' and table_name not in (:leftBehind)
                        order by table_name""")
                .param("schema", database.schema())
                .param("leftBehind", leftBehind)
                .query((row, _) -> row.getString("table_name"))
                .list();
    }
}
