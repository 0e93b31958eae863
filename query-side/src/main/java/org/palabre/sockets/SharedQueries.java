package org.palabre.sockets;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The subscription queries of this node: one for all who ask the same, from the first follower to the last. */
@Component
class SharedQueries {

    private final Map<Object, SharedQuery<?>> open = new ConcurrentHashMap<>();
    private final QueryGateway queries;
    private final JsonMapper json;

    SharedQueries(QueryGateway queries, JsonMapper json, MeterRegistry meters) {
        this.queries = queries;
        this.json = json;
        meters.gaugeMapSize("palabre.live.queries", List.of(), open);
        meters.gauge("palabre.live.subscriptions", this, SharedQueries::followers);
    }

    void follow(Following following, Follower follower) {
        join(following.query(), follower, () -> new SharedState(queries, following, json));
    }

    <N> void follow(Object query, Class<N> news, Follower follower) {
        join(query, follower, () -> new SharedNews<>(queries, query, news, json));
    }

    void leave(Object query, Follower follower) {
        open.computeIfPresent(query, (_, shared) -> {
            shared.leave(follower);
            if (!shared.followers().isEmpty()) {
                return shared;
            }
            shared.close();
            return null;
        });
    }

    /** Opens for updates first, and only then lets the follower in, so that no change falls between. */
    private void join(Object query, Follower follower, Supplier<SharedQuery<?>> first) {
        open.compute(query, (_, shared) -> {
            var joined = shared;
            if (joined == null) {
                joined = first.get();
                joined.open();
            }
            joined.join(follower);
            return joined;
        });
    }

    private double followers() {
        return open.values().stream().mapToInt(each -> each.followers().size()).sum();
    }
}
