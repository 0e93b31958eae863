package org.palabre.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What happened in a phase: its operations with their latencies, and the processor time that they took. */
record Measured(Histogram nanos, Duration time, Duration cpu) {

    long operations() {
        return nanos.getTotalCount();
    }

    double perSecond() {
        return operations() / (time.toNanos() / 1e9);
    }

    String rate() {
        return "%,.0f/s".formatted(perSecond());
    }

    String latencies() {
        return "%.2f / %.2f ms".formatted(millisAt(50), millisAt(99));
    }

    double millisAt(double percentile) {
        return nanos.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    double cpuMillisPerOperation() {
        return cpu.toNanos() / 1e6 / operations();
    }
}
