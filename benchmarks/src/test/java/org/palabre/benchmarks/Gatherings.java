package org.palabre.benchmarks;

import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is done with gatherings, among so many of them.
 *
 * @param number of those that are there already
 */
record Gatherings(Doing doing, Agendas agendas, int number, int connections, String aim) implements Benchmark {

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
        var agenda = agendas.of(number);
        var stage = agenda.stage();
        var people = stage.students(connections);
        stage.awaitProjections();
        var workers = new ArrayList<Worker>();
        for (var person : people) {
            workers.add(worker(new Caller(stage.connect(), person.client().token()), agenda));
        }
        return Result.of(Load.run(workers, stage::cpu), "–");
    }

    private Worker worker(Caller caller, Agenda agenda) {
        return switch (doing) {
            case LISTING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events?page=" + (1 + any(50))).is(200));
            case READING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events/" + agenda.anyOpen()).is(200));
            case SEARCHING ->
                stopwatch -> stopwatch.time(
                        () -> caller.get("/api/events?" + Topics.anySearch()).is(200));
            case TAKING_PART ->
                stopwatch -> {
                    var path = "/api/events/" + agenda.anyOpen() + "/participation";
                    stopwatch.time(() -> caller.post(path).is(201));
                    stopwatch.time(() -> caller.delete(path).is(204));
                };
            case CREATING ->
                stopwatch -> stopwatch.time(() -> caller.post(
                                "/api/events", Agenda.announcement("Bal " + any(1_000_000), agenda.category()))
                        .is(201));
        };
    }

    private static int any(int number) {
        return ThreadLocalRandom.current().nextInt(number);
    }
}
