package org.palabre.projections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.palabre.shared.Positions.Position;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far one generation has applied the events of each aggregate: stored with what it applied, and remembered so that
 * whoever waits is woken at once.
 */
class AppliedPositions {

    private static final int REMEMBERED = 100_000;

    /** Another node may have applied them: then only the table knows. */
    private static final long RECHECK = TimeUnit.MILLISECONDS.toNanos(50);

    private final JdbcClient jdbc;
    private final String generation;
    private final String schema;
    private final StoredPositions stored;
    private final Cache<String, Long> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile boolean over;

    /** @param schema of the generation */
    AppliedPositions(JdbcClient jdbc, Generation generation, String schema) {
        this.jdbc = jdbc;
        this.generation = generation.name();
        this.schema = schema;
        this.stored = new StoredPositions(jdbc, generation.projection());
    }

    /**
     * Stores the positions in the current transaction, unless the schema of the generation is gone: its tables' names would
     * have meant the views of another.
     */
    void store(Collection<Position> applied) {
        jdbc.sql("""
                        insert into applied_position (generation, aggregate_id, sequence)
                        select ?, * from unnest(?::text[], ?::bigint[]) where ?::regnamespace is not null
                        on conflict (generation, aggregate_id) do update set sequence = excluded.sequence
                        """)
                .params(
                        generation,
                        applied.stream().map(Position::aggregate).toArray(String[]::new),
                        applied.stream().map(Position::sequence).toArray(Long[]::new),
                        schema)
                .update();
    }

    /** Tells those who wait, once the transaction has committed. */
    void advance(Collection<Position> applied) {
        applied.forEach(position -> remembered.asMap().merge(position.aggregate(), position.sequence(), Math::max));
        signalAll();
    }

    /** Sends those who wait away: nothing more is applied here. */
    void end() {
        over = true;
        signalAll();
    }

    /** Whether the event is applied by the deadline, in {@link System#nanoTime} terms, or by the end. */
    boolean await(Position position, long deadline) throws InterruptedException {
        // an aggregate of which nothing is remembered may have got there long ago
        if (remembered.getIfPresent(position.aggregate()) == null && stored.include(position)) {
            return true;
        }
        for (var left = deadline - System.nanoTime(); left > 0 && !over; left = deadline - System.nanoTime()) {
            if (remembersWithin(Math.min(left, RECHECK), position) || stored.include(position)) {
                return true;
            }
        }
        return remembers(position) || stored.include(position);
    }

    private boolean remembersWithin(long nanos, Position position) throws InterruptedException {
        lock.lock();
        try {
            for (var left = nanos; !remembers(position) && left > 0 && !over; ) {
                left = advanced.awaitNanos(left);
            }
            return remembers(position);
        } finally {
            lock.unlock();
        }
    }

    private void signalAll() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean remembers(Position position) {
        var sequence = remembered.getIfPresent(position.aggregate());
        return sequence != null && sequence >= position.sequence();
    }
}
