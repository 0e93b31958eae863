package org.palabre.gatherings.command;

import java.time.Clock;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Errand;
import org.palabre.gatherings.GatheringCommand.TellGuest;
import org.palabre.gatherings.GatheringCommand.TellGuests;
import org.palabre.gatherings.GatheringQuery.FindGuests;
import org.palabre.gatherings.GatheringQuery.GuestIds;
import org.palabre.shared.Positions.Position;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has each guest of a gathering told with a deadline of their own, so that nobody waits for another's mail. Some guests at
 * a time: their deadlines are set together with the one by which it goes on, so that nobody is told again when it stops.
 */
@Component
class GuestList implements Errand<TellGuests> {

    static final int MOST_AT_ONCE = 500;

    private final Deadlines deadlines;
    private final Queries queries;
    private final TransactionOperations transactions;
    private final Clock clock;

    GuestList(Deadlines deadlines, Queries queries, TransactionOperations transactions, Clock clock) {
        this.deadlines = deadlines;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Class<TellGuests> task() {
        return TellGuests.class;
    }

    @Override
    public void run(TellGuests task) {
        queries.awaitShown(new Position("Gathering", task.gatheringId().toString(), task.version()));
        var guests = queries.answer(
                        new FindGuests(task.gatheringId(), task.guests(), task.since(), task.after(), MOST_AT_ONCE),
                        GuestIds.class)
                .each();
        transactions.executeWithoutResult(_ -> {
            guests.forEach(guest -> tell(guest, task));
            if (guests.size() == MOST_AT_ONCE) {
                goOn(guests.getLast(), task);
            }
        });
    }

    private void tell(AccountId guest, TellGuests task) {
        deadlines.schedule(
                "tell-guest-%s-%d-%s".formatted(task.gatheringId(), task.version(), guest),
                clock.instant(),
                new TellGuest(task.gatheringId(), guest, task.version(), task.since()));
    }

    private void goOn(AccountId after, TellGuests task) {
        deadlines.schedule(
                "tell-guests-%s-%d-%s".formatted(task.gatheringId(), task.version(), after),
                clock.instant(),
                new TellGuests(task.gatheringId(), task.guests(), task.version(), task.since(), Optional.of(after)));
    }
}
