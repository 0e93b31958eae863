package org.palabre.projections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schemas of the generations. Readers find the tables of the live one by bare names too: as views of the same names,
 * which all change over in one transaction.
 */
class GenerationSchemas {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    GenerationSchemas(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Which generations a projection has. */
    record State(int live, @Nullable Integer building) {

        OptionalInt next() {
            return building == null ? OptionalInt.empty() : OptionalInt.of(building);
        }
    }

    /** What the catalogue says of the projection; one that is new gets its first generation. */
    State open(Projection projection) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            // whoever else starts for the first time waits here, and finds it done
            var isNew = jdbc.sql("insert into projection (name, live) values (?, 1) on conflict do nothing")
                            .param(projection.name())
                            .update()
                    == 1;
            if (isNew) {
                create(projection, 1);
                show(projection, 1);
            }
            return jdbc.sql("select live, building from projection where name = ?")
                    .param(projection.name())
                    .query(State.class)
                    .single();
        }));
    }

    /** Begins another generation. */
    void begin(Projection projection, int number) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update projection set building = ? where name = ?")
                    .params(number, projection.name())
                    .update();
            create(projection, number);
        });
    }

    /** Lets readers see the other generation, and forgets the one that was live. */
    void change(Projection projection, Generation from, Generation to) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update projection set live = ?, building = null where name = ?")
                    .params(to.number(), projection.name())
                    .update();
            show(projection, to.number());
        });
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("drop schema %s cascade".formatted(from.name())).update();
            jdbc.sql("delete from applied_position where generation = ?")
                    .param(from.name())
                    .update();
            jdbc.sql("delete from token where processor_name = ?")
                    .param(from.name())
                    .update();
            jdbc.sql("delete from dead_letter where processing_group = ?")
                    .param(from.name())
                    .update();
        });
    }

    private void create(Projection projection, int number) {
        var schema = new Generation(projection.name(), number, false).name();
        jdbc.sql("create schema %s".formatted(schema)).update();
        jdbc.sql("set local search_path to %s, public".formatted(schema)).update();
        jdbc.sql(sql(projection)).update();
        jdbc.sql("set local search_path to default").update();
    }

    private void show(Projection projection, int number) {
        var schema = new Generation(projection.name(), number, true).name();
        jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'")
                .param(schema)
                .query(String.class)
                .list()
                .forEach(table -> {
                    jdbc.sql("drop view if exists public.%s".formatted(table)).update();
                    jdbc.sql("create view public.%1$s as select * from %2$s.%1$s".formatted(table, schema))
                            .update();
                });
    }

    private static String sql(Projection projection) {
        try (var sql = projection.getClass().getResourceAsStream(projection.tables())) {
            return new String(Objects.requireNonNull(sql, projection.tables()).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
