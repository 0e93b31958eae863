package org.palabre.sockets;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.queryhandling.QueryGateway;
import tools.jackson.databind.json.JsonMapper;

/** What happens, told one by one in its order. */
class SharedNews<N> extends SharedQuery<N> {

    private final JsonMapper json;
    private final Queue<N> untold = new ConcurrentLinkedQueue<>();

    SharedNews(QueryGateway queries, Object query, Class<N> news, JsonMapper json) {
        super(queries, new Following(query, news), news);
        this.json = json;
    }

    @Override
    void updated(N news) {
        untold.add(news);
        wake();
    }

    @Override
    void work(Collection<Follower> followers) {
        for (var news = untold.poll(); news != null; news = untold.poll()) {
            var told = new Told(json, news);
            followers.forEach(follower -> follower.told(told));
        }
    }
}
