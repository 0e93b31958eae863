package org.palabre.projections;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions in which bare table names mean those of one generation. Where the events are in the same database, they do
 * not wait for the disk: what a crash takes of them goes together with the token, so that it is folded again from the
 * events, which do wait. Where the events are elsewhere, nodes outlive the database, and what they have shown has to stay.
 * And these transactions do not outlive a node that stands still, whose rows another one is to change. What they ask for has
 * keys: one plan does for all, by the index even where a table was empty when it was made.
 */
class GenerationTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final JdbcClient jdbc;
    private final String path;

    /** @param path where names are looked for */
    GenerationTransactions(TransactionManager transactions, JdbcClient jdbc, String path) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.path = path;
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        try {
            jdbc.sql("""
                            select set_config('search_path', ?, true),
                                set_config('synchronous_commit',
                                    case when to_regclass('event') is null then 'on' else 'off' end, true),
                                set_config('idle_in_transaction_session_timeout', '10s', true),
                                set_config('plan_cache_mode', 'force_generic_plan', true),
                                set_config('enable_seqscan', 'off', true)
                            """).param(path).query().singleRow();
            return transaction;
        } catch (RuntimeException failure) {
            end(transaction, failure);
            throw failure;
        }
    }

    /** Nobody else knows of it: it would stay on the thread, and all that come after would be part of it. */
    private static void end(Transaction transaction, RuntimeException failure) {
        try {
            transaction.rollback();
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }
}
