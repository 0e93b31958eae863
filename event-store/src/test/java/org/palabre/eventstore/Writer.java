package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** One transaction on a thread of its own, which a test leads step by step. */
final class Writer implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final EventStorageEngine engine;
    private final JdbcTemplate jdbc;
    private final JdbcTransactionManager manager;
    private final TransactionStatus transaction;

    Writer(TestStore test, EventStorageEngine engine) {
        this.engine = engine;
        this.jdbc = test.jdbc;
        this.manager = new JdbcTransactionManager(test.dataSource);
        this.transaction = run(() -> manager.getTransaction(new DefaultTransactionDefinition()));
    }

    void append(DomainEventMessage<?>... events) {
        run(() -> {
            engine.appendEvents(events);
            return true;
        });
    }

    /** Writes something else first, so that the transaction has an id. */
    long takeId() {
        return run(() -> jdbc.queryForObject("select pg_current_xact_id()::text::bigint", Long.class));
    }

    /** Ends the server's process, as a crash would. */
    void crash() {
        int process = run(() -> jdbc.queryForObject("select pg_backend_pid()", Integer.class));
        jdbc.queryForObject("select pg_terminate_backend(?, 10000)", Boolean.class, process);
        assertThatThrownBy(this::rollback).hasStackTraceContaining("terminating connection");
    }

    void commit() {
        run(() -> {
            manager.commit(transaction);
            return true;
        });
    }

    void rollback() {
        run(() -> {
            manager.rollback(transaction);
            return true;
        });
    }

    @Override
    public void close() {
        if (!transaction.isCompleted()) {
            rollback();
        }
        thread.close();
    }

    private <T> T run(Callable<T> step) {
        try {
            return thread.submit(step).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
