package org.palabre.benchmarks;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Platforms with many gatherings, one at a time: made when the first row asks for it, gone when one of another size is. */
final class Agendas implements AutoCloseable {

    private @Nullable Agenda current;

    Agenda of(int number) throws Exception {
        if (current == null || current.number() != number) {
            close();
            current = Agenda.of(number);
        }
        return current;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
