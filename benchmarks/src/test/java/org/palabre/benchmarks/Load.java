package org.palabre.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Workers that all work at once, each on a thread of its own, until throughput has settled and then for a while. */
final class Load implements AutoCloseable {

    private static final Duration TIME = Duration.ofSeconds(15);
    private static final Duration LAP = Duration.ofSeconds(2);
    private static final int MOST_LAPS_OF_WARM_UP = 60;
    private static final int LAPS_WITHOUT_A_RECORD = 10;
    private static final double RECORD = 1.03;

    private final Supplier<Duration> cpu;
    private final List<Stopwatch> stopwatches;
    private final ExecutorService threads;
    private final List<? extends Future<?>> working;
    private volatile boolean over;

    private Load(List<? extends Worker> workers, Supplier<Duration> cpu) {
        this.cpu = cpu;
        stopwatches = workers.stream().map(_ -> new Stopwatch()).toList();
        threads = Executors.newFixedThreadPool(workers.size());
        working = IntStream.range(0, workers.size())
                .mapToObj(i -> threads.submit(() -> work(workers.get(i), stopwatches.get(i))))
                .toList();
    }

    /**
     * @param cpu the processor time taken so far by what is measured
     */
    static Measured run(List<? extends Worker> workers, Supplier<Duration> cpu) throws Exception {
        try (var load = new Load(workers, cpu)) {
            load.warmUp();
            var measured = load.during(TIME);
            Progress.say("measured %s, %s".formatted(measured.rate(), measured.latencies()));
            return measured;
        }
    }

    /** Lap after lap, until it has not become any faster for a few of them. */
    private void warmUp() throws Exception {
        var best = 0.0;
        var lapsWithoutRecord = 0;
        for (int lap = 0; lap < MOST_LAPS_OF_WARM_UP && lapsWithoutRecord < LAPS_WITHOUT_A_RECORD; lap++) {
            var rate = during(LAP).perSecond();
            Progress.say("warming up: %,.0f/s".formatted(rate));
            lapsWithoutRecord = rate > best * RECORD ? 0 : lapsWithoutRecord + 1;
            best = Math.max(best, rate);
        }
    }

    private Measured during(Duration time) throws Exception {
        lap();
        var start = System.nanoTime();
        var cpuBefore = cpu.get();
        failIfAnyStopsWithin(time);
        var cpuAfter = cpu.get();
        var end = System.nanoTime();
        return new Measured(lap(), Duration.ofNanos(end - start), cpuAfter.minus(cpuBefore));
    }

    private Histogram lap() {
        var all = new Histogram(3);
        stopwatches.forEach(stopwatch -> all.add(stopwatch.lap()));
        return all;
    }

    private void failIfAnyStopsWithin(Duration time) throws InterruptedException, ExecutionException {
        var end = System.nanoTime() + time.toNanos();
        for (var one : working) {
            try {
                one.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillWorking) {
                continue;
            }
        }
    }

    private Void work(Worker worker, Stopwatch stopwatch) throws Exception {
        while (!over) {
            worker.round(stopwatch);
        }
        return null;
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
