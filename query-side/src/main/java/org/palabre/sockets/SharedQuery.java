package org.palabre.sockets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription query and all who follow it. Updates arrive on a projection's own thread, so nothing is worked out
 * there: they only wake {@link #work}.
 *
 * @param <U> its updates
 */
abstract class SharedQuery<U> {

    private static final Logger log = LoggerFactory.getLogger(SharedQuery.class);

    protected final QueryGateway queries;
    private final Following following;
    private final Class<U> update;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Worker worker = new Worker(() -> work(List.copyOf(followers())));
    private @Nullable Runnable cancel;
    private boolean closed;

    SharedQuery(QueryGateway queries, Following following, Class<U> update) {
        this.queries = queries;
        this.following = following;
        this.update = update;
    }

    /** Takes an update on the thread that brings it. */
    abstract void updated(U update);

    /** Tells those who follow by now what there is to tell. */
    abstract void work(Collection<Follower> followers);

    synchronized void open() {
        if (closed) {
            return;
        }
        var result = queries.subscriptionQuery(
                following.query(),
                ResponseTypes.optionalInstanceOf(following.answer()),
                ResponseTypes.instanceOf(update));
        var updates = result.updates().subscribe(this::updated, this::lost, () -> lost(null));
        cancel = () -> {
            updates.dispose();
            result.cancel();
        };
        worker.wake();
    }

    synchronized void close() {
        closed = true;
        if (cancel != null) {
            cancel.run();
        }
    }

    void join(Follower follower) {
        followers.add(follower);
        worker.wake();
    }

    void leave(Follower follower) {
        followers.remove(follower);
    }

    Collection<Follower> followers() {
        return followers;
    }

    void wake() {
        worker.wake();
    }

    void afterAWhile(Runnable again) {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(again);
    }

    private synchronized void lost(@Nullable Throwable why) {
        if (!closed) {
            log.warn("The updates of {} have ended; they are asked for again", following.query(), why);
            afterAWhile(this::reopen);
        }
    }

    private void reopen() {
        try {
            open();
        } catch (RuntimeException stillAway) {
            lost(stillAway);
        }
    }
}
