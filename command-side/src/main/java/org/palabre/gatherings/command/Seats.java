package org.palabre.gatherings.command;

import static org.palabre.gatherings.GatheringRefusal.CAPACITY_TOO_LOW;
import static org.palabre.gatherings.GatheringRefusal.SOLD_OUT;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Deadlines;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketType;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * The seats of gatherings, and who waits for one. Nobody gets what there is not, whatever runs at the same time: each block
 * counts its own. What comes back comes to the first block, and goes on to who has waited longest.
 *
 * <p>A gathering's own aggregate and an order that is there already are loaded before the seats, participations after
 * them.
 */
@Component
class Seats {

    /** So many get a seat in one unit of work; the others right after. */
    private static final int PROMOTED_AT_ONCE = 50;

    private final SeatBlocks blocks;
    private final Repository<Participation> participations;
    private final Deadlines deadlines;
    private final Clock clock;

    Seats(SeatBlocks blocks, Repository<Participation> participations, Deadlines deadlines, Clock clock) {
        this.blocks = blocks;
        this.participations = participations;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Offers the seats of a gathering that has been approved. */
    void open(GatheringId gatheringId, Announcement announcement) throws Exception {
        blocks.open(gatheringId, announcement);
    }

    /** Offers them as they are announced now, or refuses if somebody has what would be taken away. */
    void change(GatheringId gatheringId, Announcement before, Announcement after) {
        var all = blocks.all(gatheringId);
        var more = Stock.of(after).minus(Stock.of(before));
        var fewer = Stock.of(before).minus(Stock.of(after));
        if (!free(all).covers(fewer)) {
            throw new Refused(CAPACITY_TOO_LOW);
        }
        for (var block : all) {
            var free = block.invoke(SeatBlock::free);
            var left = free.minus(fewer).plus(more);
            block.execute(it -> it.offer(after.access(), left, after.ticketTypes()));
            fewer = fewer.minus(free);
            more = Stock.NOTHING;
        }
        blocks.saw(all);
        promote(gatheringId, all.getFirst());
    }

    /** Offers nothing any more. */
    void close(GatheringId gatheringId) {
        blocks.all(gatheringId).forEach(block -> block.execute(SeatBlock::close));
    }

    /**
     * Takes what is ordered, all or nothing. Refuses what is not open, not for sale, unknown or sold out.
     *
     * @return the types of the tickets in their order, by name and price; their quotas mean nothing here
     */
    List<TicketType> take(GatheringId gatheringId, OrderId order, List<Tickets> tickets) {
        var wanted = Stock.of(tickets);
        var likely = blocks.likely(gatheringId, wanted);
        var types = likely.getFirst().invoke(block -> block.forSale(tickets));
        if (!took(gatheringId, likely, wanted, order)) {
            throw new Refused(SOLD_OUT);
        }
        return types;
    }

    /** Takes back what was taken for an order. */
    void giveBack(GatheringId gatheringId, OrderId order, List<Tickets> tickets) {
        takeBack(gatheringId, Stock.of(tickets), order);
    }

    /** Takes a seat for somebody, or the last place in the waiting list; tells whether it is a seat. */
    boolean admit(GatheringId gatheringId, AccountId accountId, boolean invited) {
        var likely = blocks.likely(gatheringId, Stock.SEAT);
        var first = likely.getFirst();
        first.execute(block -> block.refuseUnlessAdmits(invited));
        if (!first.invoke(SeatBlock::awaited) && took(gatheringId, likely, Stock.SEAT, null)) {
            return true;
        }
        first.execute(block -> block.enqueue(accountId));
        return false;
    }

    /** Takes back the seat of somebody who does not come. */
    void giveBackSeat(GatheringId gatheringId) {
        takeBack(gatheringId, Stock.SEAT, null);
    }

    /** Lets somebody wait no more. */
    void stopWaiting(GatheringId gatheringId, AccountId accountId) {
        blocks.first(gatheringId).execute(block -> block.dequeue(accountId));
    }

    /** The place of somebody who waits, from 1; 0 for whoever does not. */
    int placeOf(GatheringId gatheringId, AccountId accountId) {
        return blocks.first(gatheringId).invoke(block -> block.placeOf(accountId));
    }

    /** Goes on giving seats to those who wait, unless what gave rise to it is not known here yet. */
    boolean promote(GatheringId gatheringId, long version) {
        var first = blocks.first(gatheringId);
        if (Objects.requireNonNull(first.version()) < version) {
            return false;
        }
        promote(gatheringId, first);
        return true;
    }

    /** Whether seats have ever been offered. */
    boolean opened(GatheringId gatheringId) {
        return blocks.opened(gatheringId);
    }

    /** Whether nothing is offered any more. */
    boolean closed(GatheringId gatheringId) {
        return blocks.first(gatheringId).invoke(SeatBlock::closed);
    }

    private boolean took(
            GatheringId gatheringId, List<Aggregate<SeatBlock>> loaded, Stock wanted, @Nullable OrderId order) {
        if (!free(loaded).covers(wanted)) {
            blocks.refuseUnlessAll(gatheringId, loaded);
            return false;
        }
        var missing = wanted;
        for (var block : loaded) {
            var part = block.invoke(SeatBlock::free).overlap(missing);
            if (!part.isNothing()) {
                block.execute(it -> it.take(part, order));
            }
            missing = missing.minus(part);
        }
        blocks.saw(loaded);
        return true;
    }

    private void takeBack(GatheringId gatheringId, Stock stock, @Nullable OrderId order) {
        var first = blocks.first(gatheringId);
        first.execute(block -> block.takeBack(stock, order));
        blocks.saw(List.of(first));
        promote(gatheringId, first);
    }

    private void promote(GatheringId gatheringId, Aggregate<SeatBlock> first) {
        for (var accountId : first.invoke(block -> block.promote(PROMOTED_AT_ONCE))) {
            participations
                    .load(ParticipationId.of(gatheringId, accountId).toString())
                    .execute(participation -> participation.promote(gatheringId, accountId));
        }
        if (first.invoke(SeatBlock::promotable) > 0) {
            deadlines.schedule(
                    "promote-%s-%d".formatted(gatheringId, first.version()),
                    clock.instant(),
                    new PromoteWaiting(gatheringId, Objects.requireNonNull(first.version()), clock.instant()));
        }
    }

    private static Stock free(List<Aggregate<SeatBlock>> blocks) {
        return blocks.stream().map(block -> block.invoke(SeatBlock::free)).reduce(Stock.NOTHING, Stock::plus);
    }
}
