package org.palabre.proofs.fair;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.palabre.proofs.fair.Outcome.Done;
import org.palabre.proofs.fair.Outcome.Refused;
import org.palabre.proofs.fair.Outcome.Unknown;

/** What all clients remember. */
final class Calls {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    void add(Call call) {
        calls.add(call);
        switch (call.outcome()) {
            case Done _ -> done.incrementAndGet();
            case Refused no -> {
                refused.incrementAndGet();
                if (!no.isProblem()
                        || (no.answer().status() != 409 && no.answer().status() != 404)) {
                    surprises.add(call.request() + " → " + no.answer());
                }
            }
            case Unknown(var why) -> {
                unknown.incrementAndGet();
                if (why.startsWith("500")) {
                    surprises.add(call.request() + " → " + why);
                }
            }
        }
    }

    List<Call> all() {
        return List.copyOf(calls);
    }

    int done() {
        return done.get();
    }

    int unknown() {
        return unknown.get();
    }

    /** Answers that nobody should ever get: bad requests, strangers, faults of the server. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public String toString() {
        return "%,d calls: %,d done, %,d refused, %,d unknown"
                .formatted(calls.size(), done.get(), refused.get(), unknown.get());
    }
}
