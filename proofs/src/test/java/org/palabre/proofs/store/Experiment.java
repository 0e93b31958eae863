package org.palabre.proofs.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.palabre.proofs.store.NoteEvent.NoteWritten;

/** Many writers against a few readers of one event store. */
final class Experiment implements AutoCloseable {

    /** The aggregate of the event that is written when all writers are done, and ends the readings. */
    static final String LAST = "last";

    static final int WRITERS = 12;

    private final Subject subject;
    private final List<Writer> writers;
    private final CountDownLatch half;
    private final CountDownLatch written = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Heart heart = new Heart();
    private final List<Future<Reading>> reading = new ArrayList<>();
    private List<Future<List<Transaction>>> writing = List.of();
    private volatile boolean power = true;

    Experiment(Subject subject, Random random, int transactions) {
        this.subject = subject;
        this.half = new CountDownLatch(transactions / 2);
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(_ -> new Writer(
                        subject,
                        new Random(random.nextLong()),
                        Math.ceilDiv(transactions, WRITERS),
                        half::countDown,
                        () -> power))
                .toList();
    }

    /** Opens a stream and takes what comes as soon as it comes. */
    Experiment reader(String name, @Nullable TrackingToken from) {
        reading.add(threads.submit(new Reader(name, subject.events(), from, Reader.Pace.LIVE, written)));
        return this;
    }

    /** Opens a stream and falls behind again and again. */
    Experiment restingReader(String name, @Nullable TrackingToken from) {
        reading.add(threads.submit(new Reader(name, subject.events(), from, Reader.Pace.RESTING, written)));
        return this;
    }

    /** Lets the writers begin. */
    Experiment write() {
        writing = writers.stream().map(threads::submit).toList();
        return this;
    }

    /** Waits until half of the transactions are over, or no writer is left. */
    Experiment half() throws InterruptedException {
        while (!half.await(1, TimeUnit.SECONDS) && !writing.stream().allMatch(Future::isDone)) {
            Thread.onSpinWait();
        }
        return this;
    }

    /** What happened, once everything is written and read. */
    Chronicle finish() throws Exception {
        List<Transaction> transactions = new ArrayList<>(transactions());
        transactions.add(writeLast());
        written.countDown();
        List<Reading> readings = all(reading);
        return new Chronicle(subject.table(), transactions, readings, heart.stop());
    }

    /** What the writers can tell, once the server has gone from under their hands. */
    List<Transaction> losePower(Server server) throws Exception {
        power = false;
        server.losePower();
        return transactions();
    }

    @Override
    public void close() throws InterruptedException {
        power = false;
        threads.shutdownNow();
        threads.close();
        heart.stop();
    }

    private List<Transaction> transactions() throws ExecutionException, InterruptedException {
        return all(writing).stream().flatMap(List::stream).toList();
    }

    private Transaction writeLast() {
        DomainEventMessage<?> last = new GenericDomainEventMessage<>("Note", LAST, 0, new NoteWritten("The end"));
        long begun = System.nanoTime();
        subject.transactions().executeWithoutResult(_ -> subject.events().publish(last));
        return new Transaction(begun, System.nanoTime(), true, List.of(Event.of(last)));
    }

    private static <T> List<T> all(List<Future<T>> futures) throws ExecutionException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
