package org.palabre.move;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever sits at the console how far the move has come. */
final class Console {

    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private long told = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    @SuppressWarnings("SystemOut")
    static Console ofProcess() {
        return new Console(System.out);
    }

    void say(String words) {
        out.println(words);
        told = System.nanoTime();
    }

    /** Says it once in a while only. */
    void progress(String doing, long done, long total) {
        if (System.nanoTime() - told > PAUSE) {
            say("%s: %s of %s".formatted(doing, number(done), number(total)));
        }
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
