package org.palabre.proofs.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * What happened in one run, told by those who took part; all times are of {@link System#nanoTime()}.
 *
 * @param table what is committed by the table's own account, in the order of the index
 * @param beats of the {@link Heart}
 */
record Chronicle(List<Stored> table, List<Transaction> transactions, List<Reading> readings, List<Long> beats) {

    /** The same with what was written before. */
    Chronicle after(List<Transaction> earlier) {
        return new Chronicle(
                table, Stream.concat(earlier.stream(), transactions.stream()).toList(), readings, beats);
    }
}
