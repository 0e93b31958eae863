package org.palabre.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.palabre.projections.TallyProjection.UNLUCKY;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.palabre.insight.InsightQuery.FindProjections;
import org.palabre.insight.InsightQuery.ProjectionStatus;
import org.palabre.insight.InsightQuery.ProjectionView;
import org.palabre.projections.TallyEvent.Counted;
import org.palabre.shared.Page;
import org.palabre.shared.Positions.Position;

/** Several nodes share the projections: one leads, and the others stand by. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NodesTest {

    private static final int MANY = 300;

    private TallyProjection leaders;
    private TallyProjection others;

    @AutoClose
    private final ReadSide leader = new ReadSide(each -> leaders = new TallyProjection(each), "query_side");

    @AutoClose
    private final ReadSide other = leader.another("other", each -> others = new TallyProjection(each));

    @AfterEach
    void holdNobodyUp() {
        leaders.whenLive.open();
        leaders.whenBuilding.open();
        others.whenBuilding.open();
        leader.goOn();
    }

    @Test
    void one_applies_and_all_answer() throws Exception {
        var position = count("a", 1);
        leader.awaitApplied(position);
        other.awaitApplied(position, count("a", 2));

        assertThat(leader.leads("tally")).isTrue();
        assertThat(other.leads("tally")).isFalse();
        assertThat(total(other, "a")).isEqualTo(3);
    }

    @Test
    void another_goes_on_when_the_leader_comes_to_its_end() throws Exception {
        for (int number = 0; number < MANY; number++) {
            count("a", 1);
        }
        leader.die();

        other.awaitApplied(other.happen("Tally", "a", new Counted("a", 1)));
        assertThat(other.leads("tally")).isTrue();
        assertThat(total(other, "a")).isEqualTo(MANY + 1);
    }

    @Test
    void a_leader_that_stops_hands_over_what_it_is_building_too() throws Exception {
        leader.awaitApplied(countMany("a"));
        leaders.whenBuilding.close();
        others.whenBuilding.close();
        leader.rebuild("tally");
        other.standStill();
        var atWork = threadsOf("tally_1");
        var stopped = CompletableFuture.runAsync(leader::stop);
        await().until(() -> threadsOf("tally_1") < atWork);
        leaders.whenBuilding.open();
        stopped.get();
        leader.happen("Tally", "b", ones("b"));
        other.goOn();
        await().until(() -> other.leads("tally"));
        assertThat(other.rebuilding("tally")).isTrue();

        others.whenBuilding.open();
        await().until(() -> !other.rebuilding("tally"));
        other.awaitApplied(other.happen("Tally", "a", new Counted("a", 1)));
        assertThat(other.live("tally")).isEqualTo(2);
        assertThat(total(other, "a")).isEqualTo(MANY + 1);
    }

    @Test
    void a_leader_that_stood_still_applies_nothing_that_another_has_applied() throws Exception {
        leader.awaitApplied(count("a", 1));
        leaders.whenLive.close();
        count("a", 10);
        await().until(leaders.whenLive::isHolding);
        leader.standStill();
        loseLease();
        other.awaitApplied(count("a", 100));
        other.stop();

        leaders.whenLive.open();
        await().until(() -> !leaders.whenLive.isHolding());
        leader.goOn();
        leader.awaitApplied(leader.happen("Tally", "a", new Counted("a", 1_000)));
        assertThat(total(leader, "a")).isEqualTo(1_111);
    }

    @Test
    void a_leader_that_stood_still_stands_by() throws Exception {
        leader.awaitApplied(count("a", 1));
        leader.standStill();
        loseLease();
        await().until(() -> other.leads("tally"));

        leader.goOn();
        await().until(() -> !leader.leads("tally"));
        leader.awaitApplied(count("a", 10));
        assertThat(total(leader, "a")).isEqualTo(11);
        assertThat(other.leads("tally")).isTrue();
    }

    @Test
    void a_leader_that_stood_still_changes_nothing_over() throws Exception {
        leader.awaitApplied(count("a", 1));
        leaders.whenBuilding.close();
        leader.rebuild("tally");
        await().until(leaders.whenBuilding::isHolding);
        leader.standStill();
        loseLease();
        await().until(() -> !other.rebuilding("tally"));
        assertThat(other.live("tally")).isEqualTo(2);
        other.rebuild("tally");
        await().until(() -> !other.rebuilding("tally"));

        leaders.whenBuilding.open();
        leader.goOn();
        await().until(() -> !leader.leads("tally"));
        assertThat(leader.live("tally")).isEqualTo(3);
        leader.awaitApplied(count("a", 10));
        assertThat(total(leader, "a")).isEqualTo(11);
    }

    @Test
    void what_is_applied_to_a_generation_that_is_gone_is_not_applied_to_another() throws Exception {
        leader.awaitApplied(count("a", 1));
        leaders.whenLive.close();
        var position = count("a", 10);
        await().until(leaders.whenLive::isHolding);
        leader.standStill();
        loseLease();
        await().until(() -> other.leads("tally"));
        other.rebuild("tally");
        await().until(() -> !schemas().contains("query_side_tally_1"));
        other.awaitApplied(position);
        // as if the former leader had begun it again meanwhile
        other.jdbc.sql("""
                        insert into token (processor_name, segment, updated_at, owner)
                        values ('tally_1', 0, '2026-01-01T00:00:00Z', 'test')
                        """).update();

        leaders.whenLive.open();
        await().until(() -> !leaders.whenLive.isHolding());
        leader.goOn();
        await().until(() -> !leader.leads("tally"));
        other.awaitApplied(count("a", 100));
        assertThat(total(other, "a")).isEqualTo(111);
    }

    @Test
    void any_node_has_it_built_anew() throws Exception {
        other.awaitApplied(countMany("a"));
        leaders.whenBuilding.close();
        assertThat(other.rebuild("tally")).isTrue();
        assertThat(leader.rebuild("tally")).isFalse();
        assertThat(view(other).status()).isEqualTo(ProjectionStatus.REPLAYING);
        await().until(() -> view(other).lag() == MANY);

        leaders.whenBuilding.open();
        await().until(() ->
                view(other).status() == ProjectionStatus.LIVE && view(other).lag() == 0);
        assertThat(other.live("tally")).isEqualTo(2);
        assertThat(total(other, "a")).isEqualTo(MANY);
    }

    @Test
    void whoever_waits_elsewhere_is_told_before_during_and_after_a_change() throws Exception {
        var parked = count("b", UNLUCKY);
        other.awaitApplied(countMany("a"));
        var told = new FutureTask<>(() -> {
            other.awaitApplied(parked);
            return total(other, "b");
        });
        var waiting = Thread.startVirtualThread(told);
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        leaders.superstitious = false;
        other.rebuild("tally");
        do {
            other.awaitApplied(count("a", 1));
        } while (other.rebuilding("tally"));
        assertThat(told.get()).isEqualTo(UNLUCKY);
        other.awaitApplied(count("a", 1));
    }

    @Test
    void any_node_tries_parked_events_again() throws Exception {
        count("b", UNLUCKY);
        var parked = count("b", 2);
        other.awaitApplied(count("a", 1));
        leader.rebuild("tally");
        await().until(() -> !leader.rebuilding("tally"));

        others.superstitious = false;
        other.projections().retry("tally", "b");

        leader.awaitApplied(parked);
        other.awaitApplied(parked, count("b", 3));
        assertThat(total(other, "b")).isEqualTo(UNLUCKY + 5);
    }

    @Test
    void whoever_does_not_lead_changes_nothing_over() throws Exception {
        leader.awaitApplied(count("a", 1));
        leaders.whenBuilding.close();
        leader.rebuild("tally");
        var stranger = new GenerationSchemas(
                other.jdbc, other.transactions, new Leadership(other.jdbc, other.transactions, "stranger"));

        assertThatThrownBy(() -> stranger.change(new Generation("tally", 1, true), new Generation("tally", 2, false)))
                .hasMessageContaining("leads tally no longer");
        assertThat(other.live("tally")).isEqualTo(1);
        assertThat(total(other, "a")).isEqualTo(1);
    }

    /** As time does. */
    private void loseLease() {
        other.jdbc.sql("update projection set leads_until = clock_timestamp()").update();
    }

    private Position count(String tally, int number) {
        return other.happen("Tally", tally, new Counted(tally, number));
    }

    private Position countMany(String tally) {
        return other.happen("Tally", tally, ones(tally));
    }

    private static Object[] ones(String tally) {
        return IntStream.range(0, MANY).mapToObj(_ -> new Counted(tally, 1)).toArray();
    }

    private static ProjectionView view(ReadSide side) {
        return side.projections()
                .handle(new FindProjections(new Page.Request(1, 1)))
                .rows()
                .getFirst();
    }

    private List<String> schemas() {
        return other.jdbc
                .sql("select nspname from pg_namespace")
                .query(String.class)
                .list();
    }

    private static long threadsOf(String generation) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("projection-" + generation + "-"))
                .count();
    }

    private static int total(ReadSide side, String tally) {
        return side.jdbc
                .sql("select coalesce(sum(total), 0) from tally where id = ?")
                .param(tally)
                .query(Integer.class)
                .single();
    }
}
