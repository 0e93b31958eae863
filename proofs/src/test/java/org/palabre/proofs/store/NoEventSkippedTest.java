package org.palabre.proofs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.store.Violation.Skipped;

/**
 * Writers that pause, roll back, crash, write something else first and get in each other's way, against readers that are
 * there from the beginning, come in the middle, and fall behind.
 */
@ExtendWith(Report.class)
@OneShape("it is about the event store in PostgreSQL")
class NoEventSkippedTest {

    private static final int TRANSACTIONS = Size.of("transactions", 4_000, 100_000);
    private static final int TRANSACTIONS_OF_A_CONTROL = 700;

    @TempDir
    private static Path home;

    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_committed_event_is_delivered_once_and_in_order_and_no_reader_stands_at_a_dead_hole(Proof proof)
            throws Exception {
        try (HikariDataSource database = server.newDatabase("ours");
                Subject subject = Subject.ours(database);
                var experiment = new Experiment(subject, proof.random(), TRANSACTIONS)) {
            experiment
                    .reader("live", null)
                    .reader("also live", null)
                    .restingReader("resting", null)
                    .write()
                    .half()
                    .reader("late, from the beginning", null)
                    .reader("late, from then on", subject.events().createHeadToken());

            Chronicle chronicle = experiment.finish();

            proof.did(summary(chronicle));
            assertThat(Audit.of(chronicle)).isEmpty();
            assertThat(Wait.aboveHoles(chronicle.table())).hasSizeGreaterThan(TRANSACTIONS / 50);
        }
    }

    @Test
    void the_control_that_decides_by_the_clock_is_caught_skipping_events(Proof proof) throws Exception {
        try (HikariDataSource database = server.newDatabase("stock");
                Subject subject = Subject.stock(database);
                var experiment = new Experiment(subject, proof.random(), TRANSACTIONS_OF_A_CONTROL)) {
            assertCaughtSkipping(experiment, proof);
        }
    }

    @Test
    void the_control_that_draws_an_index_before_it_has_an_id_is_caught_skipping_events(Proof proof) throws Exception {
        try (HikariDataSource database = server.newDatabase("hasty");
                Subject subject = Subject.indexBeforeId(database);
                var experiment = new Experiment(subject, proof.random(), TRANSACTIONS_OF_A_CONTROL)) {
            assertCaughtSkipping(experiment, proof);
        }
    }

    private static void assertCaughtSkipping(Experiment experiment, Proof proof) throws Exception {
        Chronicle chronicle = experiment.reader("live", null).write().finish();

        List<Violation> violations = Audit.of(chronicle);
        proof.did(
                "%s; skipped: %d",
                summary(chronicle),
                violations.stream().filter(Skipped.class::isInstance).count());
        assertThat(violations).hasAtLeastOneElementOfType(Skipped.class);
    }

    private static String summary(Chronicle chronicle) {
        List<Wait> waits = Wait.in(chronicle);
        Duration longest =
                waits.stream().map(Wait::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return "%,d transactions of %d writers, %,d committed; %,d events, %,d holes, %,d deliveries to %d streams; longest wait at a dead hole: %d ms"
                .formatted(
                        chronicle.transactions().size(),
                        Experiment.WRITERS,
                        chronicle.transactions().stream()
                                .filter(Transaction::acknowledged)
                                .count(),
                        chronicle.table().size(),
                        Wait.aboveHoles(chronicle.table()).size(),
                        chronicle.readings().stream()
                                .mapToLong(reading -> reading.deliveries().size())
                                .sum(),
                        chronicle.readings().size(),
                        longest.toMillis());
    }
}
