package org.palabre.projections;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.palabre.insight.InsightQuery.ProjectionStatus;
import org.palabre.shared.Positions.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A projection at work: its live generation, and the next one while that is being built. */
class RunningProjection {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    /** So near that the last steps can be made while readers wait for nothing. */
    private static final long NEAR = 100;

    private final Projection projection;
    private final GenerationSchemas schemas;
    private final GenerationFactory generations;
    private final Followers followers;

    private volatile RunningGeneration live;
    private volatile @Nullable RunningGeneration next;
    private volatile boolean closed;

    RunningProjection(
            Projection projection, GenerationSchemas schemas, GenerationFactory generations, Followers followers) {
        this.projection = projection;
        this.schemas = schemas;
        this.generations = generations;
        this.followers = followers;
        var state = schemas.open(projection);
        this.live = make(state.live(), true);
        this.next = state.next().stream()
                .mapToObj(number -> make(number, false))
                .findFirst()
                .orElse(null);
    }

    void start() {
        live.start();
        if (next != null) {
            build(next);
        }
    }

    void close() {
        closed = true;
        synchronized (this) {
            live.close();
            if (next != null) {
                next.close();
            }
        }
    }

    boolean folds(String aggregateType) {
        return projection.aggregates().contains(aggregateType);
    }

    boolean await(Position position, long deadline) throws InterruptedException {
        var asked = live;
        while (!asked.positions().await(position, deadline)) {
            if (asked == live) {
                return false;
            }
            // it was taken over from meanwhile, and gets no further
            asked = live;
        }
        return true;
    }

    /** Begins to build the next generation from the first event on, unless one is being built already. */
    synchronized boolean rebuild() {
        if (next != null || closed) {
            return false;
        }
        var number = live.generation().number() + 1;
        schemas.begin(projection, number);
        var building = make(number, false);
        next = building;
        build(building);
        return true;
    }

    String name() {
        return projection.name();
    }

    ProjectionStatus status() {
        if (live.failed()) {
            return ProjectionStatus.FAILED;
        }
        return next == null ? ProjectionStatus.LIVE : ProjectionStatus.REPLAYING;
    }

    /** How far the generation is that matters now: the next one while there is one. */
    long position() {
        var building = next;
        return building == null ? live.position() : building.position();
    }

    /** Tries the parked events of an aggregate again, in their order, until one fails again. */
    void retry(String aggregate) {
        live.retry(aggregate);
    }

    private RunningGeneration make(int number, boolean isLive) {
        return generations.make(projection, new Generation(projection.name(), number, isLive));
    }

    private void build(RunningGeneration building) {
        building.start();
        Thread.ofVirtual().name("rebuild-" + building.generation().name()).start(() -> {
            while (!closed && next == building) {
                try {
                    changeOver(building);
                } catch (RuntimeException failure) {
                    LOG.warn("{} could not take over yet", building.generation().name(), failure);
                    goOnAsBefore(building);
                }
            }
        });
    }

    private synchronized void goOnAsBefore(RunningGeneration building) {
        if (!closed) {
            building.generation().beSilent();
            live.start();
            building.start();
        }
        LockSupport.parkNanos(PAUSE);
    }

    /**
     * Makes the generation that has caught up the live one. Followers are told of each event once: the new one stops, the
     * old one goes on until it is no longer behind the other and stops, and the new one speaks of all that comes after.
     */
    private void changeOver(RunningGeneration building) {
        if (!await(() -> live.position() - building.position() <= NEAR)) {
            return;
        }
        building.stop();
        if (!await(() -> live.position() >= building.position())) {
            return;
        }
        synchronized (this) {
            live.stop();
            var handover = live.position();
            building.generation().speakAfter(handover);
            building.start();
            if (!await(() -> building.position() >= handover)) {
                return;
            }
            schemas.change(projection, live.generation(), building.generation());
            var former = live;
            live = building;
            next = null;
            former.close();
        }
        followers.tellAll();
        LOG.info("{} is live", building.generation().name());
    }

    /** Whether the condition came true; it does not when the platform stops, and the next start goes on from here. */
    private boolean await(BooleanSupplier condition) {
        while (!closed) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return false;
    }
}
