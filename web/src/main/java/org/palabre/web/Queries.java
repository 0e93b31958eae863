package org.palabre.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.AwaitProjections;
import org.palabre.shared.Positions.Position;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** Asks queries and waits for the answer, though not for ever: it may have to come from another process. */
public class Queries {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);

    private final QueryGateway gateway;

    public Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** The one that is asked for; refused as not found if there is none. */
    public <A> A one(Object query, Class<A> answer) {
        return find(query, answer).orElseThrow(() -> new Refused(Common.NOT_FOUND));
    }

    /** The one that is asked for, if there is one. */
    public <A> Optional<A> find(Object query, Class<A> answer) {
        return joined(() -> gateway.query(query, ResponseTypes.optionalInstanceOf(answer)), PATIENCE);
    }

    /** An answer that there always is. */
    public <A> A answer(Object query, Class<A> answer) {
        return joined(() -> gateway.query(query, answer), PATIENCE);
    }

    /**
     * Waits until what is read shows an event, though not for long.
     *
     * @throws IllegalStateException if it does not yet
     */
    public void awaitShown(Position event) {
        if (!shown(new Positions(List.of(event)), SHOWN_WITHIN)) {
            throw new IllegalStateException("%s is not shown yet".formatted(event));
        }
    }

    /** Whether what was decided is shown; waits for it so long. */
    boolean shown(Positions positions, Duration patience) {
        return joined(
                () -> gateway.query(new AwaitProjections(positions, patience.toMillis()), Boolean.class),
                patience.plus(PATIENCE));
    }

    /** Where a node that was asked has gone, another is asked: to ask twice changes nothing. */
    private static <A> A joined(Supplier<CompletableFuture<A>> asked, Duration patience) {
        try {
            return once(asked, patience);
        } catch (AxonServerException gone) {
            return once(asked, patience);
        }
    }

    private static <A> A once(Supplier<CompletableFuture<A>> asked, Duration patience) {
        try {
            return asked.get()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
