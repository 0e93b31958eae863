package org.palabre.projections;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.insight.InsightQuery.FindProjections;
import org.palabre.insight.InsightQuery.ProjectionPage;
import org.palabre.insight.InsightQuery.ProjectionView;
import org.palabre.shared.Positions.AwaitProjections;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All projections as this node has them: leads what nobody else leads, and answers for how far they are. */
class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final List<Projection> all;
    private final GenerationSchemas schemas;
    private final Leadership leadership;
    private final ProjectionFactory factory;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Map<String, RunningProjection> running = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clock;

    Projections(
            List<Projection> all,
            GenerationSchemas schemas,
            Leadership leadership,
            ProjectionFactory factory,
            StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.all = all;
        this.schemas = schemas;
        this.leadership = leadership;
        this.factory = factory;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        all.forEach(schemas::open);
        var ticking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("leadership").factory());
        clock = ticking;
        look();
        var pause = LOOK_EVERY.toMillis();
        var _ = ticking.scheduleWithFixedDelay(this::lookAgain, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdown();
            clock = null;
            running.values().forEach(RunningProjection::close);
            running.clear();
            leadership.giveBack();
        }
    }

    /** Renews what is led here, and goes by what has changed. */
    private synchronized void look() {
        if (clock == null) {
            return;
        }
        var told = running.values().stream()
                .map(RunningProjection::told)
                .flatMap(Optional::stream)
                .toList();
        var standings = leadership.renew(told).stream().collect(toMap(Standing::projection, identity()));
        for (var projection : all) {
            var standing = Objects.requireNonNull(standings.get(projection.name()));
            follow(running.computeIfAbsent(projection.name(), _ -> factory.make(projection, standing)), standing);
        }
    }

    private static void follow(RunningProjection projection, Standing standing) {
        try {
            projection.follow(standing);
        } catch (RuntimeException failure) {
            LOG.warn("{} does not run here yet", projection.name(), failure);
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException away) {
            LOG.warn("Which node leads could not be looked up", away);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }

    /** Before requests come in, and until the last is answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Waits for those that fold the aggregates in question; the others have nothing to apply. */
    @QueryHandler
    boolean handle(AwaitProjections query) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(query.millis());
        for (var position : query.positions().aggregates()) {
            for (var projection : running.values()) {
                if (projection.folds(position.type()) && !projection.await(position, deadline)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** As they stand now: whoever has just ordered a rebuild may have done so at another node. */
    @QueryHandler
    ProjectionPage handle(FindProjections query) {
        look();
        var rows = running.values().stream()
                .sorted(Comparator.comparing(RunningProjection::name))
                .skip(query.page().offset())
                .limit(query.page().size())
                .map(this::view)
                .toList();
        return new ProjectionPage(running.size(), rows);
    }

    /**
     * Has a projection built anew, unless that is being done already. Nobody looks meanwhile: whoever looks waits for the
     * row of the catalogue that this has changed, and this would wait for the one who looks.
     */
    synchronized boolean rebuild(String name) {
        var begun = find(name).rebuild();
        look();
        return begun;
    }

    /** Has the parked events of an aggregate tried again, by whatever generation is live by now. */
    void retry(String name, String aggregate) {
        look();
        find(name).retry(aggregate);
    }

    RunningProjection find(String name) {
        return Optional.ofNullable(running.get(name)).orElseThrow(() -> new Refused(Common.NOT_FOUND));
    }

    ProjectionView view(RunningProjection projection) {
        var head = head();
        var position = projection.position();
        return new ProjectionView(
                projection.name(),
                projection.status(),
                Math.max(0, head - position),
                head == 0 ? 1 : Math.min(1, (double) position / head));
    }

    /** How many events behind the newest; 0 while the projection does not run. */
    long lag(String name) {
        var projection = running.get(name);
        return projection == null ? 0 : view(projection).lag();
    }

    private long head() {
        return events.createHeadToken().position().orElse(0);
    }
}
