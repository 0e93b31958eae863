package org.palabre.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.shared.Ids;

/** Rows of scores, each of which counts what was played. */
class RowsTest {

    private static final UUID ADA = Ids.next();
    private static final UUID BOB = Ids.next();
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00.123456Z");

    record Played(UUID by) {}

    static final class Score implements Row {

        UUID id;
        int total;
        List<String> gamesPlayed;
        Instant since;

        @Nullable
        String remark;

        @JsonCreator
        @SuppressWarnings("NullAway.Init")
        private Score() {}

        Score(UUID id) {
            this.id = id;
            gamesPlayed = new ArrayList<>();
            since = NINE;
        }

        @Override
        public UUID id() {
            return id;
        }
    }

    @AutoClose
    private final ReadSide side = new ReadSide(TallyProjection::new);

    private final Rows<Score> scores = new Rows<>(
            side.jdbc,
            "score",
            Score.class,
            event -> event instanceof Played played ? Optional.of(played.by()) : Optional.empty());

    @BeforeEach
    void a_table() {
        side.jdbc.sql("""
                        create table score (id uuid primary key, total int not null, games_played text[] not null,
                            since timestamptz not null, remark text, league text not null default 'first')
                        """).update();
    }

    @Test
    void what_changes_in_memory_is_in_the_table_afterwards() {
        batch(() -> {
            scores.add(new Score(ADA));
            scores.add(new Score(BOB));
            scores.get(ADA).total = 3;
            scores.get(ADA).gamesPlayed.add("awalé");
        });
        batch(() -> {
            var ada = scores.get(ADA);
            assertThat(ada).usingRecursiveComparison().isEqualTo(score(ADA, 3, "awalé"));
            ada.total++;
            scores.remove(BOB);
        });

        assertThat(table()).containsExactly("4 {awalé} first");
    }

    @Test
    void a_history_that_cannot_be_is_told() {
        batch(() -> scores.add(new Score(ADA)));

        batch(() -> {
            assertThatIllegalStateException().isThrownBy(() -> scores.get(BOB));
            assertThatIllegalStateException().isThrownBy(() -> scores.add(new Score(ADA)));
            scores.remove(ADA);
            assertThatIllegalStateException().isThrownBy(() -> scores.remove(ADA));
            scores.add(score(ADA, 7));
        });
        assertThat(table()).containsExactly("7 {} first");
    }

    @Test
    void rows_that_go_together_are_gone_for_the_rest_of_the_batch() {
        batch(() -> {
            scores.add(score(ADA, 1));
            scores.add(score(BOB, 2));
            scores.removeWhere("total", 1);
            assertThatIllegalStateException().isThrownBy(() -> scores.get(ADA));
            scores.get(BOB).total++;
        });
        assertThat(table()).containsExactly("3 {} first");
    }

    @Test
    void what_was_saved_can_be_read_in_the_transaction() {
        batch(() -> {
            scores.add(score(ADA, 1));
            scores.save();
            assertThat(table()).hasSize(1);
            scores.get(ADA).total++;
        });
        assertThat(table()).containsExactly("2 {} first");
    }

    @Test
    void two_batches_at_once_lose_nothing() throws Exception {
        batch(() -> scores.add(new Score(ADA)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var played = new ArrayList<Future<?>>();
            for (int i = 0; i < 50; i++) {
                played.add(threads.submit(() -> batch(() -> scores.get(ADA).total++)));
            }
            for (var each : played) {
                each.get();
            }
        }
        assertThat(table()).containsExactly("50 {} first");
    }

    private static Score score(UUID id, int total, String... games) {
        var score = new Score(id);
        score.total = total;
        score.gamesPlayed.addAll(List.of(games));
        return score;
    }

    private List<String> table() {
        return side.jdbc
                .sql("select total || ' ' || games_played::text || ' ' || league from score order by total")
                .query(String.class)
                .list();
    }

    /** As if these two had played in it. */
    private void batch(Runnable work) {
        var messages = List.of(new GenericEventMessage<>(new Played(ADA)), new GenericEventMessage<>(new Played(BOB)));
        var unit = new BatchingUnitOfWork<>(messages);
        unit.attachTransaction(new SpringTransactionManager(side.transactions));
        var result = unit.executeWithResult(() -> {
            if (Batch.in(unit).isEmpty()) {
                Batch.begin(
                        unit, messages, new AppliedPositions(side.jdbc, new Generation("score", 1, true), "public"));
                work.run();
            }
            return Optional.empty();
        });
        if (result.isExceptional()) {
            throw new AssertionError(result.exceptionResult());
        }
    }
}
