package org.palabre.benchmarks;

/** Does the same thing over and over, on a connection of its own. */
@FunctionalInterface
interface Worker {

    /** Once more; what counts goes through the stopwatch. */
    void round(Stopwatch stopwatch) throws Exception;
}
