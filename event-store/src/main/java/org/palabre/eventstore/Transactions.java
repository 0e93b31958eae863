package org.palabre.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What has to be known about the caller's transaction. */
public final class Transactions {

    private Transactions() {}

    static boolean active() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    /** Runs the action once the current transaction has committed, now if there is none. */
    public static void afterCommit(Runnable action) {
        if (!active()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /**
     * Refuses to write where nobody would commit: a pool that hands out connections without auto-commit rolls back
     * what was written outside a transaction, and says nothing.
     */
    static void requireCommit(Connection connection) throws SQLException {
        if (!active() && !connection.getAutoCommit()) {
            throw new IllegalStateException("Needs a transaction: this connection would not commit by itself");
        }
    }
}
