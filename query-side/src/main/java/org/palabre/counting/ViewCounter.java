package org.palabre.counting;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.views.TallyCommand.CountViews;
import org.palabre.views.TallyId;
import org.palabre.views.Viewed;
import org.palabre.web.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts views, each once: whoever looks waits until that is stored. While one batch is being stored the next one gathers,
 * so that the more is looked at, the more goes into one command.
 */
@Component
public class ViewCounter {

    private static final Logger LOG = LoggerFactory.getLogger(ViewCounter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Nobody knows whether a batch was stored whose answer got lost: it is sent again as it is. */
    private static final int ATTEMPTS = 3;

    /** Short enough to be read at once, where tallies are not remembered. */
    private static final int BATCHES_OF_A_TALLY = 100;

    private final Commands commands;
    private Views gathering = new Views();
    private boolean storing;
    private TallyId tally = TallyId.next();
    private int batch;

    ViewCounter(Commands commands) {
        this.commands = commands;
    }

    /** Counts one view, and comes back when it is stored and shown; refused as unavailable if it cannot be. */
    public void count(Viewed viewed) {
        try {
            join(viewed)
                    .stored()
                    .copy()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException notStored) {
            throw new Refused(Common.UNAVAILABLE);
        }
    }

    private synchronized Views join(Viewed viewed) {
        gathering.add(viewed);
        if (!storing) {
            storing = true;
            Thread.ofVirtual().name("views").start(this::storeAll);
        }
        return gathering;
    }

    private void storeAll() {
        for (var views = take(); !views.isEmpty(); views = take()) {
            store(views);
        }
    }

    /** What has gathered; nothing if nobody has to store any more. */
    private synchronized Views take() {
        var taken = gathering;
        gathering = new Views();
        storing = !taken.isEmpty();
        return taken;
    }

    private void store(Views views) {
        try {
            send(next(views));
            views.stored().complete(null);
        } catch (RuntimeException failure) {
            LOG.warn("Views could not be counted", failure);
            views.stored().completeExceptionally(failure);
        }
    }

    private CountViews next(Views views) {
        if (++batch > BATCHES_OF_A_TALLY) {
            tally = TallyId.next();
            batch = 1;
        }
        return new CountViews(tally, batch, views.times());
    }

    private void send(CountViews command) {
        for (int attempt = 1; ; attempt++) {
            try {
                commands.sendAsAndShow(new Actor.Platform(), command);
                return;
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }
}
