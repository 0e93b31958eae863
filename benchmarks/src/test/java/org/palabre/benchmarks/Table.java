package org.palabre.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The rows, in Markdown. */
final class Table {

    private static final String HEAD = """
            | | aim | measured | p50 / p99 | CPU-ms per operation | bare ceiling |
            |---|---|---|---|---|---|
            """;

    private final String above;
    private final List<String> rows = new ArrayList<>();

    Table(String above) {
        this.above = above;
    }

    void add(Benchmark benchmark, Result result) {
        rows.add("| %s | %s | **%s** | %s | %s | %s |\n"
                .formatted(
                        benchmark.name(),
                        benchmark.aim(),
                        result.measured(),
                        result.latencies(),
                        result.cpu(),
                        result.ceiling()));
    }

    @Override
    public String toString() {
        return above + HEAD + String.join("", rows);
    }
}
