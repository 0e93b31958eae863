package org.palabre.sockets;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The updates of a subscription query, which is asked again whenever they end: whoever answers may be away for a while.
 *
 * @param <U> an update
 */
class LastingUpdates<U> {

    private static final Logger log = LoggerFactory.getLogger(LastingUpdates.class);
    private static final long PAUSE_BETWEEN_COMPLAINTS = TimeUnit.MINUTES.toNanos(1);

    private final Object query;
    private final Supplier<? extends SubscriptionQueryResult<?, U>> ask;
    private final Consumer<U> updated;
    private final Runnable opened;
    private @Nullable Runnable cancel;
    private long complained = System.nanoTime() - PAUSE_BETWEEN_COMPLAINTS;
    private boolean closed;

    /** @param opened what is to be done each time from when on nothing is missed */
    LastingUpdates(
            Object query, Supplier<? extends SubscriptionQueryResult<?, U>> ask, Consumer<U> updated, Runnable opened) {
        this.query = query;
        this.ask = ask;
        this.updated = updated;
        this.opened = opened;
    }

    synchronized void open() {
        if (closed) {
            return;
        }
        var result = ask.get();
        var updates = result.updates().subscribe(updated, this::lost, () -> lost(null));
        cancel = () -> {
            updates.dispose();
            result.cancel();
        };
        opened.run();
    }

    /** Opens now, or else as soon as it can be done. */
    void openInTime() {
        try {
            open();
        } catch (RuntimeException away) {
            lost(away);
        }
    }

    synchronized void close() {
        closed = true;
        if (cancel != null) {
            cancel.run();
        }
    }

    private synchronized void lost(@Nullable Throwable why) {
        if (!closed) {
            complain(why);
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::openInTime);
        }
    }

    /** Once a minute is often enough for what is tried every second. */
    private void complain(@Nullable Throwable why) {
        var now = System.nanoTime();
        if (now - complained >= PAUSE_BETWEEN_COMPLAINTS) {
            complained = now;
            log.warn("There are no updates of {}; they are asked for again", query, why);
        }
    }
}
