package org.palabre.deadlines;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All errands. */
@Component
class Errands {

    private final List<Errand<?>> all;

    Errands(List<Errand<?>> all) {
        this.all = all;
    }

    /** Runs the errand that the answer to a deadline's command asks for, if it asks for one. */
    void run(@Nullable Object answer) {
        if (answer != null) {
            all.forEach(errand -> runIfAsked(errand, answer));
        }
    }

    private static <T> void runIfAsked(Errand<T> errand, Object answer) {
        if (errand.task().isInstance(answer)) {
            errand.run(errand.task().cast(answer));
        }
    }
}
