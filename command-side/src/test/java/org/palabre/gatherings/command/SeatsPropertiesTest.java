package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.GatheringRefusal.CAPACITY_TOO_LOW;
import static org.palabre.gatherings.GatheringRefusal.SOLD_OUT;
import static org.palabre.gatherings.command.Announcements.SITTING;
import static org.palabre.gatherings.command.Announcements.STANDING;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.sitting;
import static org.palabre.gatherings.command.Announcements.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.shared.Refused;

/** In however many blocks the seats lie, they are sold as if there were one counter. */
class SeatsPropertiesTest {

    /** One thing that somebody tries. */
    sealed interface Move {

        record Orders(int standing, int sitting) implements Move {}

        /** Gives up one of those orders that have tickets; without any, nothing happens. */
        record GivesUp(int order) implements Move {}

        /** The owner has so many of everything from now on. */
        record Changes(int capacity, int standing, int sitting) implements Move {}

        /** Another process, which has seen nothing yet, sells from now on. */
        record Restarts() implements Move {}
    }

    private static final GatheringId NIGHT = GatheringId.next();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void nobody_gets_what_there_is_not_and_everybody_what_there_is(
            @ForAll boolean manySeats, @ForAll("moves") List<Move> moves) {
        var sale = new Sale(paid(manySeats ? 1_200 : 12, standing(9), sitting(9)));

        moves.forEach(sale::make);
    }

    /** A sale, and what it should come to. */
    private static final class Sale {

        private final Village village = new Village();
        private Seats seats = village.newSeats();
        private Announcement announcement;

        /** The tickets of each order that has not been given up. */
        private final List<List<Tickets>> sold = new ArrayList<>();

        Sale(Announcement opening) {
            announcement = opening;
            village.does(() -> seats.open(NIGHT, opening));
        }

        void make(Move move) {
            switch (move) {
                case Move.Orders orders -> order(tickets(orders.standing(), orders.sitting()));
                case Move.GivesUp givesUp -> {
                    if (!sold.isEmpty()) {
                        var given = sold.remove(givesUp.order() % sold.size());
                        village.does(() -> seats.giveBack(NIGHT, OrderId.next(), given));
                    }
                }
                case Move.Changes changes -> change(changes);
                case Move.Restarts _ -> seats = village.newSeats();
            }
        }

        private void order(List<Tickets> tickets) {
            var there = Stock.of(announcement).covers(taken().plus(Stock.of(tickets)));

            var refusal = refusal(() -> seats.take(NIGHT, OrderId.next(), tickets));

            assertThat(refusal).isEqualTo(there ? "" : SOLD_OUT.code());
            if (there) {
                sold.add(tickets);
            }
        }

        private void change(Move.Changes changes) {
            var next = paid(changes.capacity(), standing(changes.standing()), sitting(changes.sitting()));
            var enough = Stock.of(next).covers(taken());

            var refusal = refusal(() -> {
                seats.change(NIGHT, announcement, next);
                return true;
            });

            assertThat(refusal).isEqualTo(enough ? "" : CAPACITY_TOO_LOW.code());
            if (enough) {
                announcement = next;
            }
        }

        private String refusal(Callable<?> attempt) {
            try {
                village.does(attempt);
                return "";
            } catch (Refused refused) {
                return refused.getMessage();
            }
        }

        private Stock taken() {
            return sold.stream().map(Stock::of).reduce(Stock.NOTHING, Stock::plus);
        }
    }

    private static List<Tickets> tickets(int standing, int sitting) {
        return Stream.of(new Tickets(STANDING, standing), new Tickets(SITTING, sitting))
                .filter(tickets -> tickets.quantity() > 0)
                .toList();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, ordering()),
                        Tuple.of(3, Arbitraries.integers().between(0, 9).map(Move.GivesUp::new)),
                        Tuple.of(2, changing()),
                        Tuple.of(1, Arbitraries.just(new Move.Restarts())))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Move> ordering() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 3))
                .as(Move.Orders::new);
    }

    private static Arbitrary<Move> changing() {
        var counts = Arbitraries.integers().between(1, 14);
        return Combinators.combine(counts, counts, counts).as(Move.Changes::new);
    }
}
