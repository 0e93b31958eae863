package org.palabre.proofs.faults;

import java.io.IOException;

/** What a process may be told without being asked. */
enum Signal {
    STOP,
    CONT;

    void to(long process) throws IOException, InterruptedException {
        var status = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name(), process))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("No " + name() + " to process " + process);
        }
    }
}
