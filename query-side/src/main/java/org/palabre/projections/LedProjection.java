package org.palabre.projections;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.palabre.insight.InsightQuery.ProjectionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A projection at work, at the node that leads it: its live generation, and the next one while that is being built. */
class LedProjection {

    private static final Logger LOG = LoggerFactory.getLogger(LedProjection.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** So near that the last steps can be made while readers wait for nothing. */
    private static final long NEAR = 100;

    private final Projection projection;
    private final GenerationSchemas schemas;
    private final GenerationFactory generations;
    private final Followers followers;

    private volatile RunningGeneration live;
    private volatile @Nullable RunningGeneration next;
    private volatile boolean closed;

    LedProjection(
            Projection projection,
            GenerationSchemas schemas,
            GenerationFactory generations,
            Followers followers,
            int live) {
        this.projection = projection;
        this.schemas = schemas;
        this.generations = generations;
        this.followers = followers;
        this.live = make(live, true);
    }

    /** Goes on from where whoever led it before came to; that may have been the middle of a change. */
    void start(OptionalInt building) {
        live.start();
        building.ifPresent(this::build);
        followers.tellAll();
        forget(new Generation(projection.name(), live.generation().number() - 1, false));
    }

    /** Finishes what it is at. */
    void close() {
        closed = true;
        synchronized (this) {
            live.close();
            if (next != null) {
                next.close();
            }
        }
    }

    AppliedPositions positions() {
        return live.positions();
    }

    ProjectionStatus status() {
        if (failed()) {
            return ProjectionStatus.FAILED;
        }
        return next == null ? ProjectionStatus.LIVE : ProjectionStatus.REPLAYING;
    }

    boolean failed() {
        return live.failed();
    }

    /** How far the generation is that matters now: the next one while there is one. */
    long position() {
        var building = next;
        return building == null ? live.position() : building.position();
    }

    /** Begins to build the next generation from where it is, unless that is being done or done already. */
    void build(int number) {
        // whoever asks again must not wait for a change
        if (next == null) {
            begin(number);
        }
    }

    private synchronized void begin(int number) {
        if (next != null || closed || number <= live.generation().number()) {
            return;
        }
        var building = make(number, false);
        building.start();
        next = building;
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

    private RunningGeneration make(int number, boolean isLive) {
        return generations.make(projection, new Generation(projection.name(), number, isLive));
    }

    private void goOnAsBefore(RunningGeneration building) {
        synchronized (this) {
            if (!closed) {
                building.generation().beSilent();
                live.start();
                building.start();
            }
        }
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
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
        var former = live;
        synchronized (this) {
            former.stop();
            var handover = former.position();
            building.generation().speakAfter(handover);
            building.start();
            if (!await(() -> building.position() >= handover)) {
                return;
            }
            schemas.change(former.generation(), building.generation());
            live = building;
            next = null;
            former.close();
        }
        followers.tellAll();
        forget(former.generation());
        LOG.info("{} is live", building.generation().name());
    }

    /** Waits for those who still read it, which nobody else should have to. */
    private void forget(Generation former) {
        Thread.ofVirtual().name("forget-" + former.name()).start(() -> {
            try {
                schemas.forget(former);
            } catch (RuntimeException failure) {
                LOG.warn("{} is left until somebody else leads", former.name(), failure);
            }
        });
    }

    /** Whether the condition came true; it does not when this ends, and whoever leads next goes on from here. */
    private boolean await(BooleanSupplier condition) {
        while (!closed) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }
}
