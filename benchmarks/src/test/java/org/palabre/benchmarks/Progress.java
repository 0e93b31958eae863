package org.palabre.benchmarks;

/** Tells whoever waits for the table how far it is. */
final class Progress {

    private Progress() {}

    static void say(String what) {
        System.err.println("  " + what);
    }
}
