package org.palabre.projections;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.insight.InsightQuery.FindProjections;
import org.palabre.insight.InsightQuery.ProjectionPage;
import org.palabre.insight.InsightQuery.ProjectionView;
import org.palabre.shared.Positions.AwaitProjections;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.context.SmartLifecycle;

/** All projections of this process: starts them with it, stops them with it, and answers for how far they are. */
class Projections implements SmartLifecycle {

    private final List<Projection> all;
    private final ProjectionFactory factory;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Map<String, RunningProjection> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    Projections(
            List<Projection> all, ProjectionFactory factory, StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.events = events;
        this.all = all;
        this.factory = factory;
    }

    @Override
    public void start() {
        all.forEach(projection -> {
            var one = factory.make(projection);
            running.put(projection.name(), one);
            one.start();
        });
        started = true;
    }

    @Override
    public void stop() {
        running.values().forEach(RunningProjection::close);
        running.clear();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
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

    @QueryHandler
    ProjectionPage handle(FindProjections query) {
        var rows = running.values().stream()
                .sorted(Comparator.comparing(RunningProjection::name))
                .skip(query.page().offset())
                .limit(query.page().size())
                .map(this::view)
                .toList();
        return new ProjectionPage(running.size(), rows);
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
