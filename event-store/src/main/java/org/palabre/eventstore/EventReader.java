package org.palabre.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.palabre.eventstore.EventLog.Row;

/**
 * Reads the events of all aggregates in the order of their index, and never passes a hole in it while a transaction
 * that could still fill it is alive. For one thread at a time.
 *
 * <p>An append takes its transaction id before it draws an index. Indexes are drawn in order, so when a row is seen
 * above a hole, the hole's index was drawn, and its owner's id taken, before that row's statement was over. A
 * transaction id X that is taken only then is therefore greater than the owner's. {@code pg_snapshot_xmin} is the
 * lowest id that is still alive in a snapshot; once it is {@code >= X}, every id below X, the owner's included, is over,
 * and what it committed is in that snapshot. What is still missing there will never come: it was rolled back, or lost
 * in a crash. (The first snapshot's own {@code xmax} will not do for X: it is one above the last id that has
 * <em>ended</em>, and the owner may be a later one.)
 */
final class EventReader {

    private final EventLog log;
    private final Function<Stream<TrackedDomainEventData<byte[]>>, List<TrackedEventMessage<?>>> messages;

    private long position;
    private long settled;
    private @Nullable Suspicion suspicion;

    EventReader(
            EventLog log,
            Function<Stream<TrackedDomainEventData<byte[]>>, List<TrackedEventMessage<?>>> messages,
            long position) {
        this.log = log;
        this.messages = messages;
        this.position = position;
        this.settled = position;
    }

    /** Holes below an index that may be filled by transactions with an id below the witness. */
    private record Suspicion(long below, long witness) {}

    /** Tells that all holes up to this index are known to stay empty. */
    void settle(long upTo) {
        settled = Math.max(settled, upTo);
    }

    long position() {
        return position;
    }

    /** The next events, at most as many as the limit, or none at the end or at a hole that may still be filled. */
    EventPage next(int limit) {
        List<Row> rows = read(limit);
        List<Row> passable = passable(rows);
        if (passable.isEmpty() && !rows.isEmpty() && !suspects(rows.getFirst())) {
            suspicion = new Suspicion(rows.getLast().index(), log.freshTransactionId());
            rows = read(limit);
            passable = passable(rows);
        }
        return advance(passable, passable.size() < rows.size());
    }

    private List<Row> read(int limit) {
        EventLog.Rows read = log.after(position, limit);
        if (suspicion != null && read.oldestAlive() >= suspicion.witness()) {
            settle(suspicion.below());
            suspicion = null;
        }
        return read.rows();
    }

    private List<Row> passable(List<Row> rows) {
        List<Row> passable = new ArrayList<>();
        long last = position;
        for (Row row : rows) {
            boolean hole = row.index() > last + 1;
            if (hole && row.index() - 1 > settled) {
                break;
            }
            passable.add(row);
            last = row.index();
        }
        return passable;
    }

    private boolean suspects(Row row) {
        return suspicion != null && row.index() <= suspicion.below();
    }

    private EventPage advance(List<Row> rows, boolean atHole) {
        if (rows.isEmpty()) {
            return new EventPage(position, position, List.of(), atHole);
        }
        long upTo = rows.getLast().index();
        Stream<TrackedDomainEventData<byte[]>> data =
                rows.stream().map(row -> new TrackedDomainEventData<>(Position.token(row.index()), row.event()));
        EventPage page = new EventPage(position, upTo, messages.apply(data), atHole);
        position = upTo;
        return page;
    }
}
