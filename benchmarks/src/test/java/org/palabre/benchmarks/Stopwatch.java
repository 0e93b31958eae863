package org.palabre.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** Takes the time of one worker's operations. */
final class Stopwatch {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(LONGEST, 3);

    /** Something that is timed. */
    @FunctionalInterface
    interface Operation {

        void run() throws Exception;
    }

    void time(Operation operation) throws Exception {
        var start = System.nanoTime();
        operation.run();
        record(System.nanoTime() - start);
    }

    private void record(long nanos) {
        recorder.recordValue(Math.min(nanos, LONGEST));
    }

    /** One more operation, of which nobody knows when it began. */
    void count() {
        record(0);
    }

    /** What was timed since the last call. */
    Histogram lap() {
        return recorder.getIntervalHistogram();
    }
}
