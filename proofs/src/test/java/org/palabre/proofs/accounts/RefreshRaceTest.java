package org.palabre.proofs.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;

/** Tabs of one browser that all refresh at the same moment. */
@ExtendWith({Report.class, OnePlatform.class})
class RefreshRaceTest {

    /** Enough for a snapshot of the session, taken while all wait for it. */
    private static final int ROUNDS = Size.of("refresh-rounds", 210, 1_000);

    private static final int TABS = 50;

    @Test
    void a_refresh_token_has_one_successor_and_its_session_goes_on(Proof proof, Platform platform) throws Exception {
        var refreshedBefore = refreshed(platform);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var person = platform.fair().account("Onglet");
            var newest = platform.anyone()
                    .post("/api/auth/login", Map.of("login", person.email(), "password", Fair.PASSWORD))
                    .is(200);
            for (int round = 1; round <= ROUNDS; round++) {
                var shown = newest.text("refresh");
                var answers = atOnce(threads, () -> refresh(platform.anyone(), shown));

                assertThat(answers).as("round %d", round).allMatch(answer -> answer.status() == 200);
                assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
                assertThat(answers.getFirst().text("refresh")).isNotEqualTo(shown);
                newest = answers.getFirst();
                proof.did("%d rounds of %d at once: one new pair each, the session goes on", round, TABS);
            }
            platform.anyone().as(newest.text("access")).get("/api/auth/me").is(200);
            assertThat(refreshed(platform) - refreshedBefore).isEqualTo(ROUNDS);
        }
    }

    private static long refreshed(Platform platform) {
        return platform.history().stream()
                .filter(event -> event.type().equals("accounts.SessionRenewed"))
                .count();
    }

    private static Answer refresh(Client anyone, String token) {
        return anyone.post("/api/auth/refresh", Map.of("refresh", token));
    }

    private static List<Answer> atOnce(ExecutorService threads, Supplier<Answer> call) throws Exception {
        var ready = new CountDownLatch(TABS);
        var calls = IntStream.range(0, TABS)
                .mapToObj(_ -> threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.get();
                }))
                .toList();
        var answers = new ArrayList<Answer>();
        for (var each : calls) {
            answers.add(each.get());
        }
        return answers;
    }
}
