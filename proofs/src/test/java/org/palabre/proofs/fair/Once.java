package org.palabre.proofs.fair;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Random;
import org.palabre.platform.Client;
import org.palabre.proofs.fair.Outcome.Unknown;

/** Each request is sent one time. */
record Once(Calls calls) implements Manner {

    private static final Unknown NOBODY_THERE = new Unknown("nobody there");
    private static final long A_MOMENT_MILLIS = 50;

    @Override
    public Outcome send(Visitor visitor, Request request, Random random) throws InterruptedException {
        return send(visitor, visitor.client(), request);
    }

    Outcome send(Visitor visitor, Client as, Request request) throws InterruptedException {
        var began = System.nanoTime();
        var outcome = outcome(visitor, as, request);
        // whoever could not even connect has asked for nothing
        if (!outcome.equals(NOBODY_THERE)) {
            calls.add(new Call(request, began, System.nanoTime(), outcome));
        }
        if (outcome instanceof Unknown) {
            // as people do who find a door closed
            Thread.sleep(A_MOMENT_MILLIS);
        }
        return outcome;
    }

    private static Outcome outcome(Visitor visitor, Client as, Request request) {
        try {
            return Outcome.of(visitor.send(as, request.method(), request.path(), request.body()));
        } catch (UncheckedIOException broken) {
            return broken.getCause() instanceof ConnectException
                    ? NOBODY_THERE
                    : new Unknown(broken.getCause().toString());
        }
    }
}
