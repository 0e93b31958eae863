package org.palabre.projections;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.palabre.insight.InsightQuery.ProjectionStatus;
import org.palabre.projections.Leadership.Told;
import org.palabre.shared.Positions.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A projection as this node has it: led here, or by another node, so that only the tables tell how far it is. */
class RunningProjection {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);

    /** Whoever waits asks the tables soon, as most events are applied in no time, and then less and less often. */
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Projection projection;
    private final Leadership leadership;
    private final GenerationSchemas schemas;
    private final GenerationFactory generations;
    private final Followers followers;
    private final StoredPositions stored;
    private volatile Standing standing;
    private volatile @Nullable LedProjection led;
    private volatile boolean leaving;

    RunningProjection(
            Projection projection,
            Leadership leadership,
            GenerationSchemas schemas,
            GenerationFactory generations,
            Followers followers,
            StoredPositions stored,
            Standing standing) {
        this.projection = projection;
        this.leadership = leadership;
        this.schemas = schemas;
        this.generations = generations;
        this.followers = followers;
        this.stored = stored;
        this.standing = standing;
    }

    /** Takes the lead if nobody has it, leaves it if somebody else has, and builds what is to be built. */
    void follow(Standing now) {
        standing = now;
        var leading = led;
        if (leading == null) {
            if (now.free()) {
                leadership.take(name()).ifPresent(this::lead);
            }
        } else if (now.led()) {
            now.next().ifPresent(leading::build);
        } else if (!leaving) {
            leave(leading);
        }
    }

    void close() {
        var leading = led;
        if (leading != null) {
            leading.close();
        }
    }

    String name() {
        return projection.name();
    }

    boolean folds(String aggregateType) {
        return projection.aggregates().contains(aggregateType);
    }

    /** What the other nodes are to know if it is led here. */
    Optional<Told> told() {
        var leading = led;
        return leading == null || leaving
                ? Optional.empty()
                : Optional.of(new Told(name(), leading.failed(), leading.position()));
    }

    /** Whether the event is applied by the deadline, in {@link System#nanoTime} terms, by whatever generation and node. */
    boolean await(Position position, long deadline) throws InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            var leading = led;
            if (leading == null ? stored.include(position) : leading.positions().await(position, deadline)) {
                return true;
            }
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, pause));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Orders the next generation, unless one is being built already. */
    boolean rebuild() {
        return schemas.begin(projection);
    }

    ProjectionStatus status() {
        var leading = led;
        if (leading != null) {
            return leading.status();
        }
        if (standing.failed()) {
            return ProjectionStatus.FAILED;
        }
        return standing.next().isEmpty() ? ProjectionStatus.LIVE : ProjectionStatus.REPLAYING;
    }

    /** How far the generation is that matters now. */
    long position() {
        var leading = led;
        return leading == null ? standing.position() : leading.position();
    }

    /** Tries the parked events of an aggregate again, in their order, until one fails again. */
    void retry(String aggregate) {
        var live = generations.make(projection, new Generation(name(), standing.live(), true));
        try {
            live.retry(aggregate);
        } finally {
            live.close();
        }
    }

    private void lead(Standing taken) {
        var leading = new LedProjection(projection, schemas, generations, followers, taken.live());
        try {
            leading.start(taken.next());
        } catch (RuntimeException failure) {
            leading.close();
            throw failure;
        }
        led = leading;
        LOG.info("{} is led from here", name());
        // by whoever leads, since it is the one that builds: with its tables, and with its fold
        if (schemas.outdated(projection) && rebuild()) {
            LOG.info("{} has other tables now, and is built anew", name());
        }
    }

    /** Others must not wait for the batch it is at: their lead has to be renewed. */
    private void leave(LedProjection leading) {
        leaving = true;
        LOG.warn("{} is led by another node", name());
        Thread.ofVirtual().name("leave-" + name()).start(() -> {
            leading.close();
            led = null;
            leaving = false;
        });
    }
}
