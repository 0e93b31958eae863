package org.palabre.proofs.fair;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Each request is sent up to three times at once, and now and then once more when others have come after it. Those that
 * may have a key of their own carry it; the others say what shall be, and are sent once.
 */
final class Insistently implements Manner {

    private static final int MOST_AT_ONCE = 3;

    private final Once once;
    private final Map<Visitor, Request> earlier = new ConcurrentHashMap<>();

    Insistently(Calls calls) {
        once = new Once(calls);
    }

    @Override
    public Outcome send(Visitor visitor, Request request, Random random) throws InterruptedException {
        if (!request.method().equals("POST")) {
            return once.send(visitor, request, random);
        }
        if (random.nextInt(4) == 0) {
            var late = earlier.put(visitor, request);
            if (late != null) {
                sendWithKey(visitor, late);
            }
        }
        return sendAtOnce(visitor, request, 1 + random.nextInt(MOST_AT_ONCE));
    }

    private Outcome sendAtOnce(Visitor visitor, Request request, int times) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sendings = new ArrayList<Future<Outcome>>();
            for (int i = 0; i < times; i++) {
                sendings.add(threads.submit(() -> sendWithKey(visitor, request)));
            }
            Outcome last = null;
            for (var sending : sendings) {
                last = last instanceof Outcome.Done ? last : sending.get();
            }
            return last;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Outcome sendWithKey(Visitor visitor, Request request) throws InterruptedException {
        return once.send(visitor, visitor.client().with("Idempotency-Key", request.key()), request);
    }
}
