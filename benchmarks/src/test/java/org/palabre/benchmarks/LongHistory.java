package org.palabre.benchmarks;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A home with many events in its store, made when the first row asks for it. */
final class LongHistory implements AutoCloseable {

    static final int EVENTS = 1_000_000;

    private @Nullable Home home;

    Home home() throws Exception {
        if (home == null) {
            home = Home.empty();
            try (var stage = Stage.at(home)) {
                Copies.fill(stage, EVENTS);
            }
        }
        return home;
    }

    @Override
    public void close() throws IOException {
        if (home != null) {
            home.close();
        }
    }
}
