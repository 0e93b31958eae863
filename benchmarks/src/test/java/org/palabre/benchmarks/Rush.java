package org.palabre.benchmarks;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.palabre.platform.Concert;

/**
 * Everybody wants to hear the griot, and most come too late. Whoever gets a seat pays at once, while others still ask. A
 * smaller rush before it makes the platform fast, as whatever is measured is warmed up.
 *
 * @param attempts to get a seat, one each
 */
record Rush(int attempts, int seats, int connections, String aim) implements Benchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int SMALLER = 3;

    /** A number at the operator of the sandbox that accepts at once. */
    private static final String PAYS = "+2250707070700";

    @Override
    public String name() {
        return "%,d attempts to get one of %,d seats, on %d connections".formatted(attempts, seats, connections);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            var buyers = new ArrayList<Caller>();
            for (var person : stage.students(connections)) {
                buyers.add(new Caller(stage.connect(), person.client().token()));
            }
            stage.awaitProjections();
            var warmUp = rush(stage, buyers, attempts / SMALLER, seats / SMALLER);
            Progress.say("warmed up: " + warmUp.measured());
            return rush(stage, buyers, attempts, seats);
        }
    }

    private static Result rush(Stage stage, List<Caller> buyers, int attempts, int seats) throws Exception {
        return new Crowd(Concert.withSeats(stage.platform(), seats), attempts, seats).rush(stage, buyers);
    }

    private static final class Crowd {

        private final Concert concert;
        private final int seats;
        private final String order;
        private final AtomicInteger left;
        private final AtomicInteger sold = new AtomicInteger();
        private final AtomicLong soldOut = new AtomicLong();
        private final long start = System.nanoTime();

        Crowd(Concert concert, int attempts, int seats) {
            this.concert = concert;
            this.seats = seats;
            left = new AtomicInteger(attempts);
            order = """
                    {"items": [{"ticket_type": "%s", "quantity": 1}], "provider": "sandbox", "telephone": "%s"}
                    """.formatted(concert.ticketType(), PAYS);
        }

        Result rush(Stage stage, List<Caller> buyers) throws Exception {
            var cpu = stage.cpu();
            askAll(buyers);
            var asked = seconds();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> issued() == seats);
            var issued = seconds();
            if (sold.get() != seats) {
                throw new IllegalStateException("%,d of %,d seats were sold".formatted(sold.get(), seats));
            }
            return new Result(
                    "sold out after %.1f s, all answered after %.1f s, the last ticket paid and issued after %.1f s"
                            .formatted(soldOut.get() / 1e9, asked, issued),
                    "–",
                    Result.millis(stage.cpu().minus(cpu).toNanos() / 1e6 / seats) + " for a ticket",
                    "–");
        }

        private void askAll(List<Caller> buyers) throws Exception {
            try (var threads = Executors.newFixedThreadPool(buyers.size())) {
                var asking = new ArrayList<Future<?>>();
                for (var buyer : buyers) {
                    asking.add(threads.submit(() -> {
                        while (left.decrementAndGet() >= 0) {
                            ask(buyer);
                        }
                        return null;
                    }));
                }
                for (var one : asking) {
                    one.get();
                }
            }
        }

        private void ask(Caller buyer) throws IOException {
            var reply = buyer.post(concert.path() + "/orders", order);
            if (reply.status() != 202) {
                reply.is(409);
            } else if (sold.incrementAndGet() == seats) {
                soldOut.set(System.nanoTime() - start);
                Progress.say("sold out after %.1f s".formatted(seconds()));
            }
        }

        private int issued() {
            return concert.organiser()
                    .client()
                    .get(concert.path() + "/stats")
                    .is(200)
                    .json()
                    .get("tickets_sold")
                    .asInt();
        }

        private double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
