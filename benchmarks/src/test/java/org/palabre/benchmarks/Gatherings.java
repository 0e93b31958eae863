package org.palabre.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is done with gatherings, among so many of them.
 *
 * @param number of those that are there already
 */
record Gatherings(Doing doing, ManyGatherings many, int number, int connections, String aim) implements Benchmark {

    private static final int OPEN = 256;

    enum Doing {
        LISTING("`GET` of twenty gatherings"),
        READING("`GET` of a gathering, counted"),
        SEARCHING("searching gatherings by words, place, time and price"),
        TAKING_PART("taking part and withdrawing"),
        CREATING("announcing a gathering");

        private final String words;

        Doing(String words) {
            this.words = words;
        }
    }

    @Override
    public String name() {
        return "%s among %,d on %d connections".formatted(doing.words, number, connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var stage = Stage.at(many.home(number))) {
            var people = stage.students(connections);
            var category = ManyGatherings.category(stage);
            var open = new ArrayList<String>();
            for (int i = 0; i < OPEN; i++) {
                open.add(ManyGatherings.approved(stage, people.getFirst().client(), "Palabre " + i, category));
            }
            stage.awaitProjections();
            var workers = new ArrayList<Worker>();
            for (int i = 0; i < connections; i++) {
                var caller = new Caller(stage.connect(), people.get(i).client().token());
                workers.add(worker(caller, category, open));
            }
            return Result.of(Load.run(workers, stage::cpu), "–");
        }
    }

    private Worker worker(Caller caller, String category, List<String> open) {
        return switch (doing) {
            case LISTING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events?page=" + (1 + any(50))).is(200));
            case READING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events/" + open.get(any(OPEN))).is(200));
            case SEARCHING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events?" + Topics.anySearch()).is(200));
            case TAKING_PART ->
                stopwatch -> {
                    var path = "/api/events/" + open.get(any(OPEN)) + "/participation";
                    stopwatch.time(() -> caller.post(path).is(201));
                    stopwatch.time(() -> caller.delete(path).is(204));
                };
            case CREATING ->
                stopwatch -> stopwatch.time(() -> caller.post(
                                "/api/events", ManyGatherings.announcement("Bal " + any(1_000_000), category))
                        .is(201));
        };
    }

    private static int any(int number) {
        return ThreadLocalRandom.current().nextInt(number);
    }
}
