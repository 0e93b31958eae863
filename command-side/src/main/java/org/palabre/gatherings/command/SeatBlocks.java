package org.palabre.gatherings.command;

import static org.palabre.gatherings.GatheringRefusal.NOT_OPEN;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.SeatBlockId;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * The blocks in which the seats of gatherings lie. Where there are several, whoever wants something of them tries one that
 * had enough when this process saw it last; if it proves to have less, the command is tried again, and then with all of
 * them. They are always loaded in the order of their numbers, so that no two wait for each other.
 */
@Component
class SeatBlocks {

    /** From so many seats on, a rush is to be expected. */
    private static final int MANY_SEATS = 1_000;

    /** For a rush: so many can take seats at once. */
    private static final int SEVERAL = 8;

    private static final int MOST_REMEMBERED = 100_000;

    private final Repository<SeatBlock> blocks;
    private final EventStore events;

    /** How many blocks a gathering has, which never changes. */
    private final ConcurrentMap<GatheringId, Integer> counts = remembered();

    /** What was free in a block; one that is not among them is believed to have enough. */
    private final ConcurrentMap<SeatBlockId, Stock> seen = remembered();

    SeatBlocks(Repository<SeatBlock> blocks, EventStore events) {
        this.blocks = blocks;
        this.events = events;
    }

    private static <K, V> ConcurrentMap<K, V> remembered() {
        return Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).<K, V>build().asMap();
    }

    void open(GatheringId gatheringId, Announcement announcement) throws Exception {
        var whole = Stock.of(announcement);
        var count = whole.seats() < MANY_SEATS ? 1 : SEVERAL;
        for (var number = 0; number < count; number++) {
            var each = number;
            blocks.newInstance(() -> new SeatBlock(
                    gatheringId, each, announcement.access(), whole.part(each, count), announcement.ticketTypes()));
        }
    }

    /** Whether seats have ever been offered. */
    boolean opened(GatheringId gatheringId) {
        return count(gatheringId) > 0;
    }

    /** The block to which everything comes back, and where one waits; refused as not open if there is none. */
    Aggregate<SeatBlock> first(GatheringId gatheringId) {
        return load(ids(gatheringId).getFirst());
    }

    List<Aggregate<SeatBlock>> all(GatheringId gatheringId) {
        return ids(gatheringId).stream().map(this::load).toList();
    }

    /** One block that is believed to have all of this, otherwise all of them. */
    List<Aggregate<SeatBlock>> likely(GatheringId gatheringId, Stock wanted) {
        var likely = ids(gatheringId).stream()
                .filter(id -> Optional.ofNullable(seen.get(id))
                        .map(stock -> stock.covers(wanted))
                        .orElse(true))
                .toList();
        return likely.isEmpty()
                ? all(gatheringId)
                : List.of(load(likely.get(ThreadLocalRandom.current().nextInt(likely.size()))));
    }

    /** Remembers what is free in them. */
    void saw(List<Aggregate<SeatBlock>> loaded) {
        loaded.forEach(block -> seen.put(block.invoke(SeatBlock::id), block.invoke(SeatBlock::free)));
    }

    /** What was wanted is not in these: if there are others, it is wanted of all at the next try. */
    void refuseUnlessAll(GatheringId gatheringId, List<Aggregate<SeatBlock>> loaded) {
        saw(loaded);
        var ids = ids(gatheringId);
        if (loaded.size() < ids.size()) {
            ids.forEach(id -> seen.put(id, Stock.NOTHING));
            throw new ConcurrencyException("Others were faster at the block that was believed to have enough");
        }
    }

    private List<SeatBlockId> ids(GatheringId gatheringId) {
        var count = count(gatheringId);
        if (count == 0) {
            throw new Refused(NOT_OPEN);
        }
        return ids(gatheringId, count);
    }

    private static List<SeatBlockId> ids(GatheringId gatheringId, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> SeatBlockId.of(gatheringId, number))
                .toList();
    }

    private int count(GatheringId gatheringId) {
        var known = counts.get(gatheringId);
        if (known != null) {
            return known;
        }
        var stored = (int) ids(gatheringId, SEVERAL).stream()
                .takeWhile(id -> events.lastSequenceNumberFor(id.toString()).isPresent())
                .count();
        if (stored > 0) {
            counts.put(gatheringId, stored);
        }
        return stored;
    }

    private Aggregate<SeatBlock> load(SeatBlockId id) {
        return blocks.load(id.toString());
    }
}
