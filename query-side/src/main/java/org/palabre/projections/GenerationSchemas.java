package org.palabre.projections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schemas of the generations. Readers find the tables of the live one by bare names too: as views of the same names
 * in the connection's own schema, which all change over in one transaction.
 */
class GenerationSchemas {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Leadership leadership;

    GenerationSchemas(JdbcClient jdbc, PlatformTransactionManager transactions, Leadership leadership) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.leadership = leadership;
    }

    /** Enters a projection that is new into the catalogue, with its first generation. */
    void open(Projection projection) {
        transaction.executeWithoutResult(_ -> {
            // whoever else starts for the first time waits here, and finds it done
            var isNew = jdbc.sql("insert into projection (name, live, tables) values (?, 1, ?) on conflict do nothing")
                            .params(projection.name(), fingerprint(projection))
                            .update()
                    == 1;
            if (isNew) {
                var first = new Generation(projection.name(), 1, true);
                create(projection, first);
                show(first);
            }
        });
    }

    /** Orders another generation from whoever leads the projection, unless one is being built already. */
    boolean begin(Projection projection) {
        return transaction.execute(_ -> {
            var number = jdbc.sql("""
                            update projection set building = live + 1, position = 0, tables = ?
                            where name = ? and building is null
                            returning building
                            """)
                    .params(fingerprint(projection), projection.name())
                    .query(Integer.class)
                    .optional();
            number.ifPresent(next -> create(projection, new Generation(projection.name(), next, false)));
            return number.isPresent();
        });
    }

    /** Whether the tables were made for another version of the projection. */
    boolean outdated(Projection projection) {
        return !jdbc.sql("select tables is not distinct from ? from projection where name = ?")
                .params(fingerprint(projection), projection.name())
                .query(Boolean.class)
                .single();
    }

    private static String fingerprint(Projection projection) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(sql(projection).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lets readers see the other generation, unless somebody else leads the projection by now. */
    void change(Generation from, Generation to) {
        transaction.executeWithoutResult(_ -> {
            giveWay();
            show(to);
            leadership.keep(to.projection());
            jdbc.sql("update projection set live = ?, building = nullif(building, ?) where name = ?")
                    .params(to.number(), to.number(), to.projection())
                    .update();
            jdbc.sql("delete from dead_letter where processing_group = ?")
                    .param(from.name())
                    .update();
        });
    }

    /**
     * Somebody who reads several views locks them in an order of their own. Rather than wait for them while they wait for
     * this, it lets go long before the database would end one of the two; and so it does if it stands still.
     */
    private void giveWay() {
        jdbc.sql("set local lock_timeout = '200ms'").update();
        jdbc.sql("set local idle_in_transaction_session_timeout = '5s'").update();
    }

    /** Drops what is left of a generation that was live. */
    void forget(Generation generation) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("drop schema if exists %s cascade".formatted(schema(generation)))
                    .update();
            jdbc.sql("delete from applied_position where generation = ?")
                    .param(generation.name())
                    .update();
            jdbc.sql("delete from token where processor_name = ?")
                    .param(generation.name())
                    .update();
        });
    }

    /** Where a generation looks for names: in its own schema first, and then wherever everybody does. */
    String path(Generation generation) {
        return schema(generation) + ", "
                + jdbc.sql("select current_setting('search_path')")
                        .query(String.class)
                        .single();
    }

    /** Indexes name what extensions bring, and somebody else may have created these in another schema. */
    private void create(Projection projection, Generation generation) {
        jdbc.sql("create schema %s".formatted(schema(generation))).update();
        jdbc.sql("""
                        select set_config('search_path', concat_ws(', ', ?::text, string_agg(distinct quote_ident(nspname), ', ')), true)
                        from pg_extension join pg_namespace home on home.oid = extnamespace
                        """).param(path(generation)).query().singleRow();
        jdbc.sql(sql(projection)).update();
        jdbc.sql("set local search_path to default").update();
    }

    private void show(Generation generation) {
        var schema = schema(generation);
        var own = own();
        jdbc.sql("""
                        select quote_ident(relname) from pg_class
                        where relnamespace = ?::regnamespace and relkind = 'r'
                        order by relname
                        """).param(schema).query(String.class).list().forEach(table -> {
            jdbc.sql("drop view if exists %s.%s".formatted(own, table)).update();
            jdbc.sql("create view %1$s.%2$s as select * from %3$s.%2$s".formatted(own, table, schema))
                    .update();
        });
    }

    private String own() {
        return jdbc.sql("select quote_ident(current_schema())")
                .query(String.class)
                .single();
    }

    /** It carries the name of the schema that it belongs to: there may be several platforms in one database. */
    String schema(Generation generation) {
        return jdbc.sql("select quote_ident(current_schema() || '_' || ?)")
                .param(generation.name())
                .query(String.class)
                .single();
    }

    private static String sql(Projection projection) {
        try (var sql = projection.getClass().getResourceAsStream(projection.tables())) {
            return new String(Objects.requireNonNull(sql, projection.tables()).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
