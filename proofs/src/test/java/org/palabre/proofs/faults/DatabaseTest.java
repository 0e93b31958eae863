package org.palabre.proofs.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;
import org.palabre.platform.Platform;
import org.palabre.platform.Postgres;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;
import org.palabre.proofs.fair.FairDay;

/** A database that is somewhere else, and all that can happen on the way to it and in it. */
@ExtendWith(Report.class)
@OneShape("what happens in PostgreSQL happens to the event store too")
class DatabaseTest {

    private static final int RESTARTS = Size.of("database-restarts", 2, 20);
    private static final int TROUBLES = Size.of("troubles", 6, 60);
    private static final int STOPS = Size.of("stops", 2, 4);
    /** In the long form longer than every time-out that there is, the longest being that of an idle transaction. */
    private static final Duration STOPPED = Duration.ofSeconds(Size.of("stopped", 3, 75));

    @TempDir
    static Path home;

    private static Postgres postgres;
    private static Wire wire;
    private static Platform platform;

    @BeforeAll
    static void start() throws IOException {
        postgres = Postgres.startIn(home, Duration.ofSeconds(60));
        wire = Wire.to(postgres.port());
        platform = Platform.start(
                home,
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres",
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        try (var _ = postgres;
                var _ = wire;
                var _ = platform) {
            // in this order: whoever needs another goes first
        }
    }

    @Test
    void a_database_that_restarts_is_away_for_a_moment_and_nothing_is_lost(Proof proof) throws Exception {
        try (var day = FairDay.on(platform, proof.random())) {
            for (int restart = 1; restart <= RESTARTS; restart++) {
                day.actDuring(() -> {
                    day.awaitDone(50);
                    postgres.restart();
                    day.awaitDone(50);
                });
            }
            day.judge();
            proof.did("%d fast restarts of PostgreSQL, the platform left alone; %s", RESTARTS, day);
        }
    }

    private enum Trouble {
        CUT,
        STALL,
        STALL_AND_CUT
    }

    @Test
    void connections_that_are_cut_and_stalled_lose_nothing_and_double_nothing(Proof proof) throws Exception {
        var random = proof.random();
        Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
        try (var day = FairDay.on(platform, random)) {
            day.actDuring(() -> {
                for (int i = 0; i < TROUBLES; i++) {
                    day.awaitDone(1 + random.nextInt(60));
                    var trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
                    happen(trouble, random);
                    troubles.merge(trouble, 1, Integer::sum);
                }
                day.awaitDone(50);
            });
            day.judge();
            proof.did("all connections to PostgreSQL: %s; %s", troubles, day);
        }
    }

    private static void happen(Trouble trouble, Random random) {
        if (trouble != Trouble.CUT) {
            wire.stall();
            pass(Duration.ofMillis(100 + random.nextInt(2_000)));
        }
        if (trouble != Trouble.STALL) {
            wire.cut();
        }
        wire.flow();
    }

    @Test
    void a_writer_that_is_stopped_after_its_append_is_waited_for_and_never_skipped(Proof proof) throws Exception {
        var admin = platform.admin();
        var company = platform.fair().company(admin, "Longue Pause", 1);
        try (var day = FairDay.on(platform, proof.random())) {
            day.actDuring(() -> {
                day.awaitDone(20);
                try (var writer = Writer.append(platform.database(), company.id())) {
                    Signal.STOP.to(writer.process());
                    pass(STOPPED);
                    Signal.CONT.to(writer.process());
                    commit(writer);
                }
                day.awaitDone(20);
            });
            day.judge();
            proof.did("SIGSTOP of a writer's process for %s between append and commit; %s", STOPPED, day);
        }
    }

    /** The database may have lost patience with it, which is as good. */
    private static void commit(Writer writer) throws SQLException {
        try {
            writer.commit();
        } catch (SQLException late) {
            if (!"25P03".equals(late.getSQLState()) && !late.getSQLState().startsWith("08")) {
                throw late;
            }
        }
    }

    @Test
    void a_transaction_of_the_platform_that_is_stopped_in_the_middle_happens_once_or_not_at_all(Proof proof)
            throws Exception {
        try (var day = FairDay.on(platform, proof.random())) {
            day.actDuring(() -> {
                for (int stop = 1; stop <= STOPS; stop++) {
                    day.awaitDone(20);
                    var process = Transaction.stopOne(platform.database());
                    pass(STOPPED);
                    Signal.CONT.to(process);
                }
                day.awaitDone(20);
            });
            day.judge();
            proof.did(
                    "%d times SIGSTOP of a process of PostgreSQL for %s in a transaction that had appended; %s",
                    STOPS, STOPPED, day);
        }
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }
}
