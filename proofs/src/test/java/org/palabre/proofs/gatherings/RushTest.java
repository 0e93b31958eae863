package org.palabre.proofs.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;

/** Everybody wants to hear the griot. */
@ExtendWith(Report.class)
class RushTest {

    private static final int SEATS = Size.of("seats", 1_000, 10_000);
    private static final int ATTEMPTS = Size.of("attempts", 4_000, 100_000);
    private static final int BUYERS = 32;
    private static final String ACCEPTS_AT_ONCE = "+2250707070700";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    Path home;

    @Test
    void as_many_tickets_are_sold_as_there_are_seats_and_none_twice(Proof proof) throws Exception {
        try (var platform = Platform.start(home)) {
            var concert = Concert.withSeats(platform, SEATS);
            var fair = platform.fair();
            var buyers = IntStream.range(0, BUYERS)
                    .mapToObj(_ -> fair.account("Awa").client())
                    .toList();
            var left = new AtomicInteger(ATTEMPTS);
            var sold = new AtomicInteger();
            var soldOutAfter = new AtomicLong();
            var start = System.nanoTime();
            atOnce(buyers, buyer -> {
                while (left.decrementAndGet() >= 0) {
                    var answer = concert.order(buyer, 1, "sandbox", ACCEPTS_AT_ONCE);
                    if (answer.status() == 202) {
                        if (sold.incrementAndGet() == SEATS) {
                            soldOutAfter.set(System.nanoTime() - start);
                        }
                    } else {
                        answer.refuses(409, "sold_out");
                    }
                }
            });
            var asked = Duration.ofNanos(System.nanoTime() - start);
            await().atMost(PATIENCE).until(() -> tickets(concert) == SEATS);
            var issued = Duration.ofNanos(System.nanoTime() - start);

            assertThat(sold).hasValue(SEATS);
            var codes =
                    buyers.stream().flatMap(buyer -> Rows.codes(buyer).stream()).toList();
            assertThat(codes).hasSize(SEATS).doesNotHaveDuplicates();
            assertThat(platform.history().stream()
                            .filter(event -> event.type().equals("gatherings.TicketIssued"))
                            .count())
                    .isEqualTo(SEATS);
            proof.did(
                    "%,d attempts by %d clients for %,d seats: sold out after %.1f s, all attempts answered after %.1f s,"
                            + " the last ticket paid and issued after %.1f s",
                    ATTEMPTS, BUYERS, SEATS, soldOutAfter.get() / 1e9, asked.toMillis() / 1e3, issued.toMillis() / 1e3);
        }
    }

    private interface Buying {

        void of(Client buyer) throws Exception;
    }

    private static void atOnce(List<Client> buyers, Buying buying) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var buyer : buyers) {
                all.add(threads.submit(() -> {
                    buying.of(buyer);
                    return true;
                }));
            }
            for (var each : all) {
                each.get();
            }
        }
    }

    private static int tickets(Concert concert) {
        return concert.organiser()
                .client()
                .get("/api/events/%s/stats".formatted(concert.id()))
                .is(200)
                .json()
                .get("tickets_sold")
                .asInt();
    }
}
