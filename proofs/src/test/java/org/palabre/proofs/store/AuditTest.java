package org.palabre.proofs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.palabre.platform.OneShape;
import org.palabre.proofs.store.Reading.Delivery;
import org.palabre.proofs.store.Violation.Invented;
import org.palabre.proofs.store.Violation.Lost;
import org.palabre.proofs.store.Violation.OutOfOrder;
import org.palabre.proofs.store.Violation.OutOfSequence;
import org.palabre.proofs.store.Violation.Repeated;
import org.palabre.proofs.store.Violation.Skipped;
import org.palabre.proofs.store.Violation.Waited;

/** Whoever says that nothing went wrong has to see it when it does. */
@OneShape("it starts nothing")
class AuditTest {

    private static final Stored A0 = stored(1, "a", 0);
    private static final Stored B0 = stored(2, "b", 0);
    private static final Stored A1 = stored(4, "a", 1);
    private static final List<Stored> TABLE = List.of(A0, B0, A1);

    private static final long SECOND = 1_000_000_000L;

    @Test
    void nothing_is_wrong_where_everybody_saw_everything_in_order() {
        assertThat(Audit.of(read(A0, B0, A1))).isEmpty();
    }

    @Test
    void an_event_that_was_never_delivered_is_skipped() {
        assertThat(Audit.of(read(A0, A1))).containsExactly(new Skipped("reader", B0));
    }

    @Test
    void an_event_that_comes_late_is_out_of_order() {
        assertThat(Audit.of(read(A0, A1, B0))).containsExactly(new OutOfOrder("reader", B0));
    }

    @Test
    void an_event_that_comes_twice_is_repeated() {
        assertThat(Audit.of(read(A0, B0, B0, A1))).containsExactly(new Repeated("reader", B0));
    }

    @Test
    void what_nobody_committed_is_invented() {
        Stored rolledBack = stored(3, "c", 0);

        assertThat(Audit.of(read(A0, B0, rolledBack, A1))).containsExactly(new Invented("reader", rolledBack));
    }

    @Test
    void an_aggregate_may_not_miss_a_step_even_in_the_table() {
        Stored a2 = stored(4, "a", 2);

        assertThat(Audit.of(chronicle(List.of(A0, B0, a2), List.of(), reading(0, A0, B0, a2), List.of())))
                .containsExactly(new OutOfSequence("reader", a2));
    }

    @Test
    void who_began_in_the_middle_owes_only_what_follows() {
        assertThat(Audit.of(chronicle(TABLE, List.of(), reading(2, A1), List.of())))
                .isEmpty();
        assertThat(Audit.of(chronicle(TABLE, List.of(), reading(2, B0, A1), List.of())))
                .contains(new OutOfOrder("reader", B0));
    }

    @Test
    void what_was_acknowledged_and_is_not_there_is_lost() {
        Event gone = new Event("c/0", "c", 0);
        List<Transaction> transactions = List.of(
                new Transaction(0, 1, true, List.of(A0.event(), gone)),
                new Transaction(0, 1, false, List.of(new Event("d/0", "d", 0))));

        assertThat(Audit.of(chronicle(TABLE, transactions, reading(0, A0, B0, A1), List.of())))
                .containsExactly(new Lost(gone));
    }

    @Test
    void more_than_a_second_at_a_dead_hole_is_too_long() {
        assertThat(Audit.of(waited(alive(0, SECOND), 3 * SECOND))).hasExactlyElementsOfTypes(Waited.class);
        assertThat(Audit.of(waited(alive(0, SECOND), 2 * SECOND))).isEmpty();
    }

    @Test
    void a_hole_is_not_dead_while_whoever_had_begun_when_the_reader_looked_is_alive() {
        assertThat(Audit.of(waited(alive(SECOND / 20, 10 * SECOND), 10 * SECOND)))
                .isEmpty();
    }

    @Test
    void who_began_later_keeps_no_reader_waiting() {
        assertThat(Audit.of(waited(alive(SECOND / 2, 10 * SECOND), 10 * SECOND)))
                .hasExactlyElementsOfTypes(Waited.class);
    }

    @Test
    void seconds_in_which_the_machine_stood_still_do_not_count() {
        Chronicle chronicle = waited(alive(0, SECOND), 3 * SECOND);
        List<Long> beats =
                chronicle.beats().stream().filter(beat -> beat < 2 * SECOND).toList();

        assertThat(Audit.of(new Chronicle(chronicle.table(), chronicle.transactions(), chronicle.readings(), beats)))
                .isEmpty();
    }

    private static Transaction alive(long begun, long ended) {
        return new Transaction(begun, ended, false, List.of());
    }

    /** The reader asked at once for what is above the hole at 3, and got it then. */
    private static Chronicle waited(Transaction other, long delivered) {
        List<Transaction> transactions =
                List.of(other, new Transaction(0, 5, true, List.of(A0.event(), B0.event(), A1.event())));
        List<Delivery> deliveries =
                List.of(new Delivery(5, 6, A0), new Delivery(6, 7, B0), new Delivery(7, delivered, A1));
        List<Long> beats = LongStream.range(0, 200 * delivered / SECOND)
                .mapToObj(beat -> beat * SECOND / 200)
                .toList();
        return chronicle(TABLE, transactions, new Reading("reader", 0, deliveries), beats);
    }

    private static Chronicle read(Stored... delivered) {
        return chronicle(TABLE, List.of(), reading(0, delivered), List.of());
    }

    private static Reading reading(long after, Stored... delivered) {
        return new Reading(
                "reader",
                after,
                Arrays.stream(delivered)
                        .map(stored -> new Delivery(0, 0, stored))
                        .toList());
    }

    private static Chronicle chronicle(
            List<Stored> table, List<Transaction> transactions, Reading reading, List<Long> beats) {
        return new Chronicle(table, transactions, Stream.of(reading).toList(), beats);
    }

    private static Stored stored(long index, String aggregate, long sequence) {
        return new Stored(index, new Event(aggregate + "/" + sequence, aggregate, sequence));
    }
}
