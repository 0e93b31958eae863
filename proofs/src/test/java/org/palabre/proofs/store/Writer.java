package org.palabre.proofs.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.palabre.proofs.store.NoteEvent.NoteWritten;
import org.palabre.proofs.store.Plan.Ending;
import org.palabre.proofs.store.Plan.Step.Append;
import org.palabre.proofs.store.Plan.Step.Pause;
import org.palabre.proofs.store.Plan.Step.WriteElsewhere;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/** Makes one transaction after another, each as chance has it, and keeps account of them. */
final class Writer implements Callable<List<Transaction>> {

    private final Subject subject;
    private final Random random;
    private final int transactions;
    private final Runnable progress;
    private final BooleanSupplier power;

    Writer(Subject subject, Random random, int transactions, Runnable progress, BooleanSupplier power) {
        this.subject = subject;
        this.random = random;
        this.transactions = transactions;
        this.progress = progress;
        this.power = power;
    }

    @Override
    public List<Transaction> call() {
        List<Transaction> account = new ArrayList<>();
        while (account.size() < transactions && power.getAsBoolean()) {
            account.add(write(Plan.by(random)));
            progress.run();
        }
        return account;
    }

    private Transaction write(Plan plan) {
        List<Event> events = new ArrayList<>();
        long begun = System.nanoTime();
        boolean acknowledged = commits(plan, events);
        return new Transaction(begun, System.nanoTime(), acknowledged, events);
    }

    private boolean commits(Plan plan, List<Event> events) {
        try {
            subject.transactions().executeWithoutResult(transaction -> {
                plan.steps().forEach(step -> take(step, events));
                end(plan.ending(), transaction);
            });
            return plan.ending() == Ending.COMMIT;
        } catch (ConcurrencyException | EventStoreException refused) {
            return false; // the aggregates are few: somebody else was first, or each waited for the other
        } catch (DataAccessException | TransactionException failure) {
            if (plan.ending() != Ending.CRASH && power.getAsBoolean()) {
                throw failure;
            }
            return false;
        }
    }

    private void take(Plan.Step step, List<Event> events) {
        switch (step) {
            case WriteElsewhere _ -> subject.jdbc().update("insert into elsewhere values ('first')");
            case Append append -> {
                List<DomainEventMessage<?>> messages = messages(append);
                subject.events().publish(messages);
                messages.forEach(message -> events.add(Event.of(message)));
            }
            case Pause pause -> LockSupport.parkNanos(pause.time().toNanos());
        }
    }

    private List<DomainEventMessage<?>> messages(Append append) {
        String aggregate = append.aggregate();
        long next = subject.events().lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
        return LongStream.range(next, next + append.events())
                .<DomainEventMessage<?>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Note", aggregate, sequence, new NoteWritten(aggregate + "/" + sequence)))
                .toList();
    }

    private void end(Ending ending, TransactionStatus transaction) {
        switch (ending) {
            case COMMIT -> {}
            case ROLL_BACK -> transaction.setRollbackOnly();
            case CRASH -> crash();
        }
    }

    /** Has the server's process ended from another thread, whose connection is another; ours learns of it when it commits. */
    private void crash() {
        int process = subject.jdbc().queryForObject("select pg_backend_pid()", Integer.class);
        CompletableFuture.runAsync(() -> subject.jdbc().queryForList("select pg_terminate_backend(?, 10000)", process))
                .join();
    }
}
