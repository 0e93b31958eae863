package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.deadlines.SettableClock;
import org.palabre.gatherings.GatheringCommand.TellGuest;
import org.palabre.gatherings.GatheringCommand.TellGuests;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGuests;
import org.palabre.gatherings.GatheringQuery.GuestIds;
import org.palabre.gatherings.Guests;
import org.palabre.shared.Positions.AwaitProjections;
import org.palabre.web.QueriesInMemory;
import org.springframework.transaction.support.TransactionOperations;

/** However many guests there are, each is to be told, and once. */
class GuestListTest {

    private static final GatheringId NIGHT = GatheringId.next();
    private static final Instant SINCE = Instant.parse("2026-11-20T10:00:00Z");
    private static final TellGuests CANCELLED = new TellGuests(NIGHT, Guests.COMING, 7, SINCE, Optional.empty());

    private final DeadlinesInMemory deadlines = new DeadlinesInMemory();
    private final Reads reads = new Reads();
    private final GuestList list = new GuestList(
            deadlines.deadlines(),
            QueriesInMemory.answeredBy(reads),
            TransactionOperations.withoutTransaction(),
            new SettableClock());

    /** Who comes, once it can be told. */
    static final class Reads {

        private boolean shown = true;
        private List<AccountId> guests = List.of();

        @QueryHandler
        boolean handle(AwaitProjections query) {
            assertThat(query.positions().aggregates())
                    .singleElement()
                    .satisfies(position -> assertThat(position.sequence()).isEqualTo(7));
            return shown;
        }

        @QueryHandler
        GuestIds handle(FindGuests query) {
            return new GuestIds(guests.stream()
                    .filter(guest -> query.after()
                            .map(after -> guest.toString().compareTo(after.toString()) > 0)
                            .orElse(true))
                    .limit(query.most())
                    .toList());
        }
    }

    @Test
    void each_is_told_and_some_after_the_others() {
        reads.guests = guests(GuestList.MOST_AT_ONCE + 3);

        list.run(CANCELLED);
        var first = deadlines.take();
        assertThat(first).hasSize(GuestList.MOST_AT_ONCE + 1);
        list.run((TellGuests) first.getLast().command());
        var second = deadlines.all();

        assertThat(Stream.concat(
                        first.stream().limit(GuestList.MOST_AT_ONCE).map(deadline -> deadline.command()),
                        second.stream()))
                .containsExactlyElementsOf(reads.guests.stream()
                        .<Object>map(guest -> new TellGuest(NIGHT, guest, 7, SINCE))
                        .toList());
    }

    @Test
    void who_is_to_be_told_already_is_not_told_twice() {
        reads.guests = guests(3);

        list.run(CANCELLED);
        list.run(CANCELLED);

        assertThat(deadlines.all()).hasSize(3);
    }

    @Test
    void it_waits_until_it_can_be_told_who_comes() {
        reads.shown = false;

        assertThatIllegalStateException().isThrownBy(() -> list.run(CANCELLED));
        assertThat(deadlines.all()).isEmpty();
    }

    private static List<AccountId> guests(int many) {
        return Stream.generate(AccountId::next)
                .limit(many)
                .sorted(Comparator.comparing(AccountId::toString))
                .toList();
    }
}
