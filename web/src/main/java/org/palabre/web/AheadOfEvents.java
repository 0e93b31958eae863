package org.palabre.web;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Commits what a command keeps in the database just before its events, where these are kept elsewhere and a crash may come
 * between. A deadline or a key without its event does no harm; an event without its key could never be read. Whatever is
 * appended is known once the handlers of the preparing phase have run, and the last to register there commits first.
 */
class AheadOfEvents implements TransactionManager {

    private final TransactionManager transactions;

    AheadOfEvents(TransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        CurrentUnitOfWork.get()
                .onPrepareCommit(preparing ->
                        preparing.onPrepareCommit(prepared -> prepared.onCommit(_ -> transaction.commit())));
        return transaction;
    }
}
