package org.palabre.proofs.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.palabre.proofs.store.Reading.Delivery;

/**
 * How long a reader stood at a dead hole: one that nobody can fill any more, for all that a reader can know. It could
 * look once it had asked for what is above the hole and that was committed. Whoever had begun when it looked might have
 * been the hole's owner; when the last of them was over, the hole was dead.
 *
 * @param above the first event above the hole
 * @param beats of the {@link Heart} meanwhile, which measure the wait whatever else the machine had to do
 */
record Wait(String reader, Stored above, Duration time, int beats) {

    /** A reader who can look has done so a tenth of a second later. */
    private static final int BEATS_UNTIL_IT_LOOKS = Heart.BEATS_OF_A_SECOND / 10;

    /** Those of all readers, at all holes that were not filled. */
    static List<Wait> in(Chronicle chronicle) {
        Set<Stored> aboveHoles = aboveHoles(chronicle.table());
        Map<Event, Long> committed = committed(chronicle.transactions());
        NavigableMap<Long, Long> over = over(chronicle.transactions());
        List<Wait> waits = new ArrayList<>();
        for (Reading reading : chronicle.readings()) {
            for (Delivery delivery : reading.deliveries()) {
                Stored stored = delivery.stored();
                if (aboveHoles.contains(stored)) {
                    long from = Math.max(delivery.asked(), committed.getOrDefault(stored.event(), delivery.asked()));
                    var others = over.floorEntry(looked(chronicle.beats(), from));
                    long dead = others == null ? from : Math.max(from, others.getValue());
                    if (delivery.delivered() > dead) {
                        waits.add(new Wait(
                                reading.reader(),
                                stored,
                                Duration.ofNanos(delivery.delivered() - dead),
                                position(chronicle.beats(), delivery.delivered()) - position(chronicle.beats(), dead)));
                    }
                }
            }
        }
        return waits;
    }

    /** The events whose index does not follow the one before. */
    static Set<Stored> aboveHoles(List<Stored> table) {
        Set<Stored> above = new HashSet<>();
        long last = 0;
        for (Stored stored : table) {
            if (stored.index() > last + 1) {
                above.add(stored);
            }
            last = stored.index();
        }
        return above;
    }

    private static Map<Event, Long> committed(List<Transaction> transactions) {
        Map<Event, Long> committed = new HashMap<>();
        transactions.forEach(
                transaction -> transaction.events().forEach(event -> committed.put(event, transaction.ended())));
        return committed;
    }

    /** For each time at which a transaction began: when all that had begun by then were over. */
    private static NavigableMap<Long, Long> over(List<Transaction> transactions) {
        NavigableMap<Long, Long> over = new TreeMap<>();
        transactions.forEach(transaction -> over.merge(transaction.begun(), transaction.ended(), Math::max));
        long latest = Long.MIN_VALUE;
        for (Map.Entry<Long, Long> entry : over.entrySet()) {
            latest = Math.max(latest, entry.getValue());
            entry.setValue(latest);
        }
        return over;
    }

    private static long looked(List<Long> beats, long from) {
        int beat = position(beats, from) + BEATS_UNTIL_IT_LOOKS;
        return beat < beats.size() ? beats.get(beat) : Long.MAX_VALUE;
    }

    private static int position(List<Long> beats, long time) {
        int found = Collections.binarySearch(beats, time);
        return found < 0 ? -found - 1 : found;
    }
}
