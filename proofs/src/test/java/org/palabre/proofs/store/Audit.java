package org.palabre.proofs.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palabre.proofs.store.Violation.Invented;
import org.palabre.proofs.store.Violation.Lost;
import org.palabre.proofs.store.Violation.OutOfOrder;
import org.palabre.proofs.store.Violation.OutOfSequence;
import org.palabre.proofs.store.Violation.Repeated;
import org.palabre.proofs.store.Violation.Skipped;
import org.palabre.proofs.store.Violation.Waited;

/** Finds what an event store must never do in what it did. Knows nothing of how any store works. */
final class Audit {

    private final Chronicle chronicle;
    private final Set<Stored> table;
    private final List<Violation> violations = new ArrayList<>();

    private Audit(Chronicle chronicle) {
        this.chronicle = chronicle;
        this.table = new HashSet<>(chronicle.table());
    }

    static List<Violation> of(Chronicle chronicle) {
        var audit = new Audit(chronicle);
        audit.acknowledged();
        chronicle.readings().forEach(audit::delivered);
        Wait.in(chronicle).stream()
                .filter(wait -> wait.beats() > Heart.BEATS_OF_A_SECOND)
                .forEach(wait -> audit.violations.add(new Waited(wait)));
        return audit.violations;
    }

    private void acknowledged() {
        Set<Event> there = new HashSet<>();
        table.forEach(stored -> there.add(stored.event()));
        chronicle.transactions().stream()
                .filter(Transaction::acknowledged)
                .flatMap(transaction -> transaction.events().stream())
                .filter(event -> !there.contains(event))
                .forEach(event -> violations.add(new Lost(event)));
    }

    private void delivered(Reading reading) {
        String reader = reading.reader();
        Map<String, Long> sequences = new HashMap<>();
        chronicle.table().stream()
                .filter(stored -> stored.index() <= reading.after())
                .map(Stored::event)
                .forEach(event -> sequences.put(event.aggregate(), event.sequence()));
        Set<Stored> seen = new HashSet<>();
        long last = reading.after();
        for (Reading.Delivery delivery : reading.deliveries()) {
            Stored stored = delivery.stored();
            Event event = stored.event();
            if (!seen.add(stored)) {
                violations.add(new Repeated(reader, stored));
                continue;
            }
            if (!table.contains(stored)) {
                violations.add(new Invented(reader, stored));
            }
            if (stored.index() <= last) {
                violations.add(new OutOfOrder(reader, stored));
            }
            if (event.sequence() != sequences.getOrDefault(event.aggregate(), -1L) + 1) {
                violations.add(new OutOfSequence(reader, stored));
            }
            last = Math.max(last, stored.index());
            sequences.put(event.aggregate(), event.sequence());
        }
        chronicle.table().stream()
                .filter(stored -> stored.index() > reading.after() && !seen.contains(stored))
                .forEach(stored -> violations.add(new Skipped(reader, stored)));
    }
}
