package org.palabre.projections;

import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.palabre.projections.TallyEvent.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** Adds up; a test can hold it up and make it fail. */
class TallyProjection implements Projection {

    static final int UNLUCKY = 13;

    /** Asks to be told of every number. */
    record FollowTallies() {}

    final Gate whenLive = new Gate();
    final Gate whenBuilding = new Gate();
    final AtomicInteger failures = new AtomicInteger();
    volatile boolean superstitious = true;
    volatile boolean cutOff;
    private final JdbcClient jdbc;
    private final QueryUpdateEmitter updates;
    private final String tables;

    TallyProjection(ReadSide side) {
        this(side, "/projections/tally.sql");
    }

    /** One with other tables. */
    TallyProjection(ReadSide side, String tables) {
        this.tables = tables;
        this.jdbc = side.jdbc;
        this.updates = side.updates;
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Tally");
    }

    @Override
    public String tables() {
        return tables;
    }

    @Override
    public Object fold(Generation generation) {
        return new Fold(generation);
    }

    class Fold {

        private final Generation generation;

        private Fold(Generation generation) {
            this.generation = generation;
        }

        @EventHandler
        void on(Counted event, TrackingToken token) {
            var live = generation.speaksAt(token);
            (live ? whenLive : whenBuilding).pass();
            jdbc.sql("""
                            insert into tally (id, total) values (?, ?)
                            on conflict (id) do update set total = tally.total + excluded.total
                            """).params(event.tally(), event.number()).update();
            if (cutOff) {
                failures.incrementAndGet();
                throw new CannotCreateTransactionException("The database is away");
            }
            if (superstitious && event.number() == UNLUCKY) {
                throw new IllegalArgumentException("Thirteen");
            }
            if (live) {
                updates.emit(FollowTallies.class, _ -> true, event.number());
            }
        }
    }

    /** Open until a test closes it. */
    static final class Gate {

        private volatile Phaser closed;
        private final AtomicInteger held = new AtomicInteger();

        void close() {
            closed = new Phaser(1);
        }

        void open() {
            var gate = closed;
            closed = null;
            if (gate != null) {
                gate.arriveAndDeregister();
            }
        }

        boolean isHolding() {
            return held.get() > 0;
        }

        private void pass() {
            var gate = closed;
            if (gate != null) {
                held.incrementAndGet();
                gate.awaitAdvance(0);
                held.decrementAndGet();
            }
        }
    }
}
