package org.palabre.benchmarks;

/** One row of the table. */
interface Benchmark {

    /** What is done. */
    String name();

    /** How fast it should be. */
    String aim();

    Result measure() throws Exception;
}
