package org.palabre.benchmarks;

/**
 * What a row says.
 *
 * @param cpu milliseconds of platform and database per operation
 * @param ceiling what the database alone does on the same machine
 */
record Result(String measured, String latencies, String cpu, String ceiling) {

    static Result of(Measured measured, String ceiling) {
        return new Result(measured.rate(), measured.latencies(), millis(measured.cpuMillisPerOperation()), ceiling);
    }

    static String millis(double millis) {
        return "%.3f".formatted(millis);
    }
}
