package org.palabre.proofs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.store.Violation.Lost;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database stops in the middle of it all, as when the power goes; afterwards it is asked what it remembers. */
@ExtendWith(Report.class)
@OneShape("it is about the event store in PostgreSQL")
class PowerLossTest {

    private static final int TRANSACTIONS = 400;

    @TempDir
    private static Path home;

    @Test
    void nothing_acknowledged_is_lost_with_the_power(Proof proof) throws Exception {
        Chronicle chronicle = losePower("durable", "on", proof.random());

        report(proof, chronicle);
        assertThat(Audit.of(chronicle)).isEmpty();
    }

    @Test
    void the_control_that_does_not_wait_for_the_disk_is_caught_losing_what_it_acknowledged(Proof proof)
            throws Exception {
        Chronicle chronicle = losePower("hasty", "off", proof.random());

        report(proof, chronicle);
        assertThat(Audit.of(chronicle)).hasAtLeastOneElementOfType(Lost.class);
    }

    private static Chronicle losePower(String name, String synchronousCommit, Random random) throws Exception {
        List<Transaction> before;
        try (Server server = new Server(home)) {
            // the tables themselves are on disk before anybody stops waiting for it
            try (HikariDataSource database = server.newDatabase(name);
                    Subject _ = Subject.ours(database)) {
                Stream.of(
                                "alter database %s set synchronous_commit = %s".formatted(name, synchronousCommit),
                                // what nobody waits for stays in memory for as long as it may
                                "alter system set wal_writer_delay = '10s'",
                                "alter system set wal_writer_flush_after = '1GB'",
                                "select pg_reload_conf()")
                        .forEach(new JdbcTemplate(database)::execute);
            }
            try (HikariDataSource database = server.database(name);
                    Subject subject = Subject.ours(database);
                    var experiment = new Experiment(subject, random, 2 * TRANSACTIONS)) {
                before = experiment.write().half().losePower(server);
            }
        }
        try (Server server = new Server(home);
                HikariDataSource database = server.database(name);
                Subject subject = Subject.ours(database);
                var experiment = new Experiment(subject, random, TRANSACTIONS)) {
            return experiment.reader("afterwards", null).write().finish().after(before);
        }
    }

    private static void report(Proof proof, Chronicle chronicle) {
        proof.did(
                "all processes of PostgreSQL killed at once under %d writers; of %,d events that were acknowledged before and after, %,d are missing",
                Experiment.WRITERS,
                chronicle.transactions().stream()
                        .filter(Transaction::acknowledged)
                        .mapToInt(transaction -> transaction.events().size())
                        .sum(),
                Audit.of(chronicle).stream().filter(Lost.class::isInstance).count());
    }
}
