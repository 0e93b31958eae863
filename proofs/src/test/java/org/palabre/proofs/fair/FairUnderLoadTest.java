package org.palabre.proofs.fair;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.Platform;
import org.palabre.proofs.Proof;
import org.palabre.proofs.Report;
import org.palabre.proofs.Size;

/** A crowd at the fair, all at once, on a platform that nothing befalls. */
@ExtendWith({Report.class, OnePlatform.class})
class FairUnderLoadTest {

    private static final int REQUESTS = Size.of("requests", 1_000, 20_000);
    private static final int REBUILDS = Size.of("rebuilds", 2, 20);

    private final Platform platform;

    FairUnderLoadTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void no_rule_is_ever_broken_and_every_answer_is_true(Proof proof) throws Exception {
        try (var day = FairDay.on(platform, proof.random())) {
            day.actUntilDone(REQUESTS);

            day.judge();
            proof.did("%s", day);
        }
    }

    @Test
    void a_request_that_comes_several_times_at_once_and_late_happens_once(Proof proof) throws Exception {
        try (var day = FairDay.ofTheInsistentOn(platform, proof.random())) {
            day.actUntilDone(REQUESTS);

            day.judge();
            proof.did("every POST 1 to 3 times at once, one in four again later, with its Idempotency-Key; %s", day);
        }
    }

    @Test
    void a_rebuild_in_the_middle_ends_in_the_same_state(Proof proof) throws Exception {
        try (var day = FairDay.on(platform, proof.random())) {
            day.actDuring(() -> {
                for (int i = 0; i < REBUILDS; i++) {
                    var admin = platform.admin();
                    admin.client().post("/api/admin/projections/queues/replay").is(202);
                    await().atMost(Duration.ofMinutes(10)).until(() -> isLive(admin));
                }
            });

            day.judge();
            proof.did("%d rebuilds of the fair's read model; %s", REBUILDS, day);
        }
    }

    private static boolean isLive(Person admin) {
        return admin.client()
                .get("/api/admin/projections")
                .is(200)
                .json()
                .get("results")
                .valueStream()
                .filter(row -> row.get("name").asString().equals("queues"))
                .allMatch(row -> row.get("status").asString().equals("live"));
    }
}
