package org.palabre.sockets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * One subscription query and all who follow it. Updates arrive on a projection's own thread, so nothing is worked out
 * there: they only wake {@link #work}.
 *
 * @param <U> its updates
 */
abstract class SharedQuery<U> {

    protected final QueryGateway queries;
    private final LastingUpdates<U> updates;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Worker worker = new Worker(() -> work(List.copyOf(followers())));

    SharedQuery(QueryGateway queries, Following following, Class<U> update) {
        this.queries = queries;
        this.updates = new LastingUpdates<>(
                following.query(),
                () -> queries.subscriptionQuery(
                        following.query(),
                        ResponseTypes.optionalInstanceOf(following.answer()),
                        ResponseTypes.instanceOf(update)),
                this::updated,
                worker::wake);
    }

    /** Takes an update on the thread that brings it. */
    abstract void updated(U update);

    /** Tells those who follow by now what there is to tell. */
    abstract void work(Collection<Follower> followers);

    void open() {
        updates.open();
    }

    void close() {
        updates.close();
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
}
