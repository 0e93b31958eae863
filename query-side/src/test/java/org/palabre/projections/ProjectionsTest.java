package org.palabre.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.palabre.projections.TallyProjection.UNLUCKY;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericSubscriptionQueryMessage;
import org.axonframework.queryhandling.UpdateHandlerRegistration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.palabre.projections.TallyEvent.Counted;
import org.palabre.projections.TallyProjection.FollowTallies;
import org.palabre.shared.Positions.Position;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProjectionsTest {

    /** More than a rebuild may be behind and still take over. */
    private static final int MANY = 300;

    private TallyProjection tally;

    @AutoClose
    private final ReadSide side = new ReadSide(each -> tally = new TallyProjection(each));

    @Test
    void whoever_waits_for_an_event_is_told_once_it_is_applied() throws Exception {
        tally.whenLive.close();
        var position = count("a", 1);
        assertThat(side.applied(position)).isFalse();

        tally.whenLive.open();
        side.awaitApplied(position);
        assertThat(total("a")).isEqualTo(1);
    }

    @Test
    void nobody_waits_for_what_no_projection_is_about() throws Exception {
        assertThat(side.applied(new Position("Elsewhere", "a", 99))).isTrue();
    }

    @Test
    void an_event_that_cannot_be_applied_parks_what_follows_it_in_its_aggregate_and_nothing_else() throws Exception {
        tally.whenLive.close();
        count("a", 1);
        count("b", UNLUCKY);
        count("b", 2);
        var last = count("a", 3);
        tally.whenLive.open();
        side.awaitApplied(last);

        assertThat(total("a")).isEqualTo(4);
        assertThat(total("b")).isZero();
        assertThat(parked()).isEqualTo(2);
    }

    @Test
    void followers_are_told_once_of_a_batch_that_is_done_again() throws Exception {
        try (var followed = new Followed(side)) {
            tally.whenLive.close();
            count("a", 1);
            count("b", UNLUCKY);
            var last = count("a", 3);
            tally.whenLive.open();
            side.awaitApplied(last);

            await().until(() -> followed.numbers().size() >= 2);
            assertThat(followed.numbers()).containsExactly(1, 3);
        }
    }

    @Test
    void what_was_parked_is_applied_in_order_once_it_can_be() throws Exception {
        count("b", 5);
        count("b", UNLUCKY);
        var parked = count("b", 2);
        side.awaitApplied(count("a", 1));
        assertThat(side.applied(parked)).isFalse();

        tally.superstitious = false;
        side.projections().retry("tally", "b");
        await().until(() -> parked() == 0);

        assertThat(total("b")).isEqualTo(20);
        side.awaitApplied(count("b", 1));
        assertThat(total("b")).isEqualTo(21);
    }

    @Test
    void nothing_is_parked_while_something_that_it_needs_is_away() throws Exception {
        tally.cutOff = true;
        count("a", 1);
        var last = count("b", 2);
        // in one go, and then one by one, again and again
        await().until(() -> tally.failures.get() >= 3);
        assertThat(parked()).isZero();

        tally.cutOff = false;
        side.awaitApplied(last);
        assertThat(total("a") + total("b")).isEqualTo(3);
    }

    @Test
    void what_was_parked_stays_so_while_something_that_it_needs_is_away() throws Exception {
        var parked = count("b", UNLUCKY);
        side.awaitApplied(count("a", 1));
        tally.superstitious = false;
        tally.cutOff = true;
        side.projections().retry("tally", "b");
        assertThat(tally.failures.get()).isPositive();
        assertThat(parked()).isEqualTo(1);

        tally.cutOff = false;
        side.projections().retry("tally", "b");
        side.awaitApplied(parked);
        assertThat(parked()).isZero();
    }

    @Test
    void readers_see_all_there_is_while_it_is_built_anew() throws Exception {
        side.awaitApplied(countMany("a"));
        tally.whenBuilding.close();
        assertThat(side.rebuild("tally")).isTrue();
        assertThat(side.rebuild("tally")).isFalse();
        assertThat(total("a")).isEqualTo(MANY);

        var done = new CompletableFuture<Boolean>();
        var seen = CompletableFuture.supplyAsync(() -> {
            var totals = new java.util.TreeSet<Integer>();
            do {
                totals.add(total("a"));
            } while (!done.isDone());
            return totals;
        });
        tally.whenBuilding.open();
        await().until(() -> !side.rebuilding("tally"));
        done.complete(true);

        assertThat(seen.get()).containsExactly(MANY);
        assertThat(side.live("tally")).isEqualTo(2);
    }

    @Test
    void whoever_waits_while_another_generation_takes_over_is_told_by_that_one() throws Exception {
        var parked = count("a", UNLUCKY);
        side.awaitApplied(count("b", 1));
        var told = new FutureTask<>(() -> {
            side.awaitApplied(parked);
            return total("a");
        });
        var waiting = Thread.startVirtualThread(told);
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        tally.superstitious = false;
        side.rebuild("tally");

        assertThat(told.get()).isEqualTo(UNLUCKY);
    }

    @Test
    void nobody_waits_for_those_who_still_read_the_former_generation() throws Exception {
        side.awaitApplied(count("a", 1));
        try (var reader = side.database.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("lock table public_tally_1.tally in access share mode");
            side.rebuild("tally");
            await().until(() -> !side.rebuilding("tally"));
            side.awaitApplied(count("a", 1));
            assertThat(total("a")).isEqualTo(2);
            assertThat(schemas()).contains("public_tally_1");

            reader.rollback();
            await().until(() -> !schemas().contains("public_tally_1"));
        }
    }

    @Test
    void readers_of_several_views_are_not_in_the_way_of_the_one_that_takes_over_nor_it_in_theirs() throws Exception {
        side.awaitApplied(count("a", 1));
        try (var reader = side.database.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("lock table tally in access share mode");
            side.rebuild("tally");
            await().until(() -> side.jdbc
                    .sql("select count(*) from pg_locks where mode = 'AccessExclusiveLock' and not granted")
                    .query(Long.class)
                    .single()
                    .equals(1L));
            reader.createStatement().execute("lock table biggest in access share mode");

            reader.rollback();
            await().until(() -> !side.rebuilding("tally"));
        }
        side.awaitApplied(count("a", 1));
        assertThat(total("a")).isEqualTo(2);
    }

    @Test
    void followers_are_told_of_everything_once_while_it_is_built_anew() throws Exception {
        try (var followed = new Followed(side)) {
            side.awaitApplied(countMany("before"));
            assertThat(side.rebuild("tally")).isTrue();
            Position last = null;
            for (int number = 1; number <= MANY; number++) {
                last = side.happen("Tally", "a", new Counted("a", 1_000 + number));
            }
            await().until(() -> !side.rebuilding("tally"));
            side.awaitApplied(last, count("a", 2_000));

            var expected = IntStream.concat(
                            IntStream.generate(() -> 1).limit(MANY),
                            IntStream.concat(IntStream.rangeClosed(1_001, 1_000 + MANY), IntStream.of(2_000)))
                    .boxed()
                    .toList();
            await().until(() -> followed.numbers().size() >= expected.size());
            assertThat(followed.numbers()).isEqualTo(expected);
            assertThat(total("before")).isEqualTo(MANY);
        }
    }

    @Test
    void what_was_parked_is_parked_again_when_built_anew() throws Exception {
        count("b", UNLUCKY);
        count("b", 2);
        side.awaitApplied(count("a", 1));

        side.rebuild("tally");
        await().until(() -> !side.rebuilding("tally"));
        side.awaitApplied(count("a", 1));

        assertThat(total("a")).isEqualTo(2);
        assertThat(total("b")).isZero();
        assertThat(parked()).isEqualTo(2);
    }

    @Test
    void a_rebuild_that_was_interrupted_goes_on_after_a_restart() throws Exception {
        side.awaitApplied(countMany("a"));
        tally.whenBuilding.close();
        side.rebuild("tally");
        var stopped = CompletableFuture.runAsync(side::stop);
        await().until(() -> !running("tally_1"));
        tally.whenBuilding.open();
        stopped.get();
        assertThat(side.rebuilding("tally")).isTrue();

        try (var again = side.restarted(TallyProjection::new)) {
            await().until(() -> !again.rebuilding("tally"));
            again.awaitApplied(again.happen("Tally", "a", new Counted("a", 1)));

            assertThat(again.live("tally")).isEqualTo(2);
            assertThat(total("a")).isEqualTo(MANY + 1);
        }
    }

    @Test
    void what_a_new_version_keeps_in_other_tables_is_built_anew_once() throws Exception {
        side.awaitApplied(count("a", 3), count("a", 5));
        side.stop();

        for (int start = 1; start <= 2; start++) {
            try (var next = side.restarted(each -> new TallyProjection(each, "/projections/tally-next.sql"))) {
                await().until(() -> next.leads("tally") && !next.rebuilding("tally"));
                next.awaitApplied(next.happen("Tally", "a", new Counted("a", 1)));

                assertThat(next.live("tally")).isEqualTo(2);
                assertThat(next.jdbc
                                .sql("select even from tally where id = 'a'")
                                .query(Boolean.class)
                                .single())
                        .isEqualTo(start == 2);
            }
        }
    }

    private Position count(String tally, int number) {
        return side.happen("Tally", tally, new Counted(tally, number));
    }

    private Position countMany(String tally) {
        return side.happen(
                "Tally",
                tally,
                IntStream.range(0, MANY).mapToObj(_ -> new Counted(tally, 1)).toArray());
    }

    private int total(String tally) {
        return side.jdbc
                .sql("select coalesce(sum(total), 0) from tally where id = ?")
                .param(tally)
                .query(Integer.class)
                .single();
    }

    private int parked() {
        return side.jdbc
                .sql("select count(*) from dead_letter")
                .query(Integer.class)
                .single();
    }

    private List<String> schemas() {
        return side.jdbc
                .sql("select nspname from pg_namespace")
                .query(String.class)
                .list();
    }

    private static boolean running(String generation) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("projection-" + generation + "-"));
    }

    /** Somebody who listens to all tallies. */
    private static final class Followed implements AutoCloseable {

        private final List<Integer> numbers = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final UpdateHandlerRegistration<Integer> registration;

        private Followed(ReadSide side) {
            registration = side.updates.registerUpdateHandler(
                    new GenericSubscriptionQueryMessage<>(
                            new FollowTallies(),
                            FollowTallies.class.getName(),
                            ResponseTypes.instanceOf(Integer.class),
                            ResponseTypes.instanceOf(Integer.class)),
                    4 * MANY);
            registration.getUpdates().subscribe(update -> numbers.add(update.getPayload()));
        }

        private List<Integer> numbers() {
            return List.copyOf(numbers);
        }

        @Override
        public void close() {
            registration.complete();
        }
    }
}
