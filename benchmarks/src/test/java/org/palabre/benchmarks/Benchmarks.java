package org.palabre.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.palabre.benchmarks.Gatherings.Doing;

/** Measures the rows, all or those with one of the words given in their name, and makes the table. */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var words = String.join(" ", arguments);
        var table = new Table(Machine.describe(words));
        try (var history = new LongHistory();
                var agendas = new Agendas()) {
            for (var benchmark : all(history, agendas)) {
                if (Stream.of(words.split(",")).anyMatch(benchmark.name()::contains)) {
                    Progress.say(benchmark.name());
                    table.add(benchmark, benchmark.measure());
                    // what took minutes to measure is kept, whatever becomes of the next row
                    Files.writeString(Path.of("target", "benchmarks.md"), table.toString());
                }
            }
        }
        System.out.println(table);
    }

    private static List<Benchmark> all(LongHistory history, Agendas agendas) {
        return List.of(
                new MixedCommands(16, "≥ 2,500/s, p99 ≤ 50 ms, ≤ 0.7 CPU-ms"),
                new MixedCommands(1, "p50 ≤ 3 ms"),
                new OneCompany(16, "as fast as decisions follow each other"),
                new Reads(16, "≥ 4,000/s"),
                new CommandToFrame("p50 ≤ 4 ms, p99 ≤ 10 ms"),
                new Boards(500, "≥ 40,000/s"),
                new Idle("≤ 1 % of a core, ≤ 10 statements/s"),
                new Memory("≤ 600 MB; ≤ 60 KB"),
                new LogIns(16, "≥ 20/s, twice a Django build with Argon2"),
                new ReadsBesideLogIns(16, "nobody starves"),
                new Refreshes(16, "≥ 1,000/s"),
                new Gatherings(Doing.LISTING, agendas, 5_000, 16, "≥ 3,000/s"),
                new Gatherings(Doing.READING, agendas, 5_000, 16, "≥ 3,000/s"),
                new Gatherings(Doing.SEARCHING, agendas, 5_000, 16, "≥ 1,500/s"),
                new Gatherings(Doing.TAKING_PART, agendas, 5_000, 16, "≥ 2,500/s"),
                new Gatherings(Doing.CREATING, agendas, 5_000, 16, "≥ 3,000/s"),
                new Gatherings(Doing.LISTING, agendas, 100_000, 16, "≥ 3,000/s"),
                new Gatherings(Doing.READING, agendas, 100_000, 16, "≥ 3,000/s"),
                new Gatherings(Doing.SEARCHING, agendas, 100_000, 16, "≥ 1,500/s"),
                new Gatherings(Doing.TAKING_PART, agendas, 100_000, 16, "≥ 2,500/s"),
                new Gatherings(Doing.SEARCHING, agendas, 100_000, 2, "p99 ≤ 50 ms"),
                new Gatherings(Doing.CREATING, agendas, 100_000, 16, "≥ 3,000/s"),
                new Rush(100_000, 10_000, 16, "sold out in seconds"),
                new Rebuild(history, "≥ 30,000/s"),
                new CommandsOnHistory(history, "within 10 %"),
                new Start(history, "≤ 6 s"));
    }
}
