package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Platform;

/** A crowd looks at a gathering while the platform dies under its eyes. */
class ViewsAfterACrashTest {

    private static final int KILLS = 2;
    private static final int CROWD = 8;
    private static final int LOOKS_BEFORE_A_KILL = 200;

    @TempDir
    Path home;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    @Test
    void every_answered_look_is_counted_and_no_look_twice() {
        try (var platform = Platform.start(home)) {
            var concert = Concert.withSeats(platform, 3);
            for (int kill = 1; kill <= KILLS; kill++) {
                lookUntilItIsKilled(platform, concert.path(), kill * LOOKS_BEFORE_A_KILL);
                platform.start();
            }

            var seen = look(platform.anyone(), concert.path());
            assertThat(seen - 1)
                    .as("%d answered, %d not", answered.get(), unanswered.get())
                    .isBetween(answered.get(), answered.get() + unanswered.get());
            assertThat(look(platform.anyone(), concert.path())).isEqualTo(seen + 1);
        }
    }

    private void lookUntilItIsKilled(Platform platform, String path, int looks) {
        var anyone = platform.anyone();
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            for (int each = 0; each < CROWD; each++) {
                threads.execute(() -> lookWhileItAnswers(anyone, path));
            }
            await().until(() -> answered.get() >= looks);
            platform.kill();
        }
    }

    private void lookWhileItAnswers(Client anyone, String path) {
        try {
            while (anyone.get(path).status() == 200) {
                answered.incrementAndGet();
            }
            unanswered.incrementAndGet();
        } catch (UncheckedIOException dead) {
            unanswered.incrementAndGet();
        }
    }

    private static int look(Client anyone, String path) {
        return Integer.parseInt(anyone.get(path).is(200).text("views_count"));
    }
}
