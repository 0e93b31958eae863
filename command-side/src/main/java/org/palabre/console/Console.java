package org.palabre.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever sits at the console how far a command of the jar has come. */
public final class Console {

    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private long told = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    @SuppressWarnings("SystemOut")
    public static Console ofProcess() {
        return new Console(System.out);
    }

    public void say(String words) {
        out.println(words);
        told = System.nanoTime();
    }

    /** Says it once in a while only. */
    public void progress(String doing, long done, long total) {
        if (System.nanoTime() - told > PAUSE) {
            say("%s: %s of %s".formatted(doing, number(done), number(total)));
        }
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
