package org.palabre.projections;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which node leads each projection: applies its events, and changes its generations over. It is a lease, by the
 * database's clock. With it go the claims of the tokens, so that a node which stood still for longer can commit nothing.
 */
class Leadership {

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final RowMapper<Standing> STANDING = DataClassRowMapper.newInstance(Standing.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String node;

    Leadership(JdbcClient jdbc, PlatformTransactionManager transactions, String node) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.node = node;
    }

    /** What the leader of a projection tells the other nodes. */
    record Told(String projection, boolean failed, long position) {}

    /** Renews what is led here, and gives how all projections stand: one statement, since it is asked all the time. */
    List<Standing> renew(Collection<Told> led) {
        return jdbc.sql("""
                        with led as (
                            update projection
                            set leads_until = clock_timestamp() + ?::interval,
                                failed = told.failed,
                                position = told.position
                            from unnest(?::text[], ?::boolean[], ?::bigint[]) told (name, failed, position)
                            where projection.name = told.name and leader = ?
                            returning projection.*
                        )
                        select name as projection, live, building, true as led, false as free, failed, position
                        from led
                        union all
                        select name, live, building, false,
                            leader is null or leader = ? or leads_until < clock_timestamp(), failed, position
                        from projection
                        where name not in (select name from led)
                        """)
                .params(
                        LEASE.toString(),
                        led.stream().map(Told::projection).toArray(String[]::new),
                        led.stream().map(Told::failed).toArray(Boolean[]::new),
                        led.stream().map(Told::position).toArray(Long[]::new),
                        node,
                        node)
                .query(STANDING)
                .list();
    }

    /**
     * Takes the lead if it is free. Whoever has it under this node's name does not run any more, so that a node which
     * comes back waits for nothing.
     */
    Optional<Standing> take(String projection) {
        return transaction.execute(_ -> {
            // a node that stands still may hold the token; the other projections must not wait for that
            jdbc.sql("set local lock_timeout = '1s'").update();
            var taken = jdbc.sql("""
                            update projection set leader = ?, leads_until = clock_timestamp() + ?::interval
                            where name = ? and (leader is null or leader = ? or leads_until < clock_timestamp())
                            returning name as projection, live, building, true as led, false as free, failed, position
                            """)
                    .params(node, LEASE.toString(), projection, node)
                    .query(STANDING)
                    .optional();
            taken.ifPresent(standing -> jdbc.sql("""
                            update token set owner = ? from projection
                            where name = ? and processor_name in (name || '_' || live, name || '_' || building)
                            """).params(node, projection).update());
            return taken;
        });
    }

    /** Keeps the lead until the current transaction ends. */
    void keep(String projection) {
        var kept = jdbc.sql("""
                        update projection set leads_until = clock_timestamp() + ?::interval
                        where name = ? and leader = ? and leads_until > clock_timestamp()
                        """).params(LEASE.toString(), projection, node).update();
        if (kept == 0) {
            throw new IllegalStateException(node + " leads " + projection + " no longer");
        }
    }

    /** Lets others lead at once. */
    void giveBack() {
        jdbc.sql("update projection set leader = null where leader = ?")
                .param(node)
                .update();
    }
}
