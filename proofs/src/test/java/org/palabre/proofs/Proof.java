package org.palabre.proofs;

import java.util.OptionalLong;
import java.util.Random;

/** One experiment: what a test that asks for it as a parameter says about itself. */
public final class Proof {

    private final String experiment;
    private volatile String done = "";
    private volatile OptionalLong seed = OptionalLong.empty();

    Proof(String experiment) {
        this.experiment = experiment;
    }

    /** What was done, with the figures of this run; said again, the last word counts. */
    public void did(String what, Object... figures) {
        done = what.formatted(figures);
    }

    /** The seed of this run's choices: by chance, unless {@code -Dproofs.seed=} repeats another run's. */
    public synchronized long seed() {
        if (seed.isEmpty()) {
            var given = Long.getLong("proofs.seed");
            seed = OptionalLong.of(given == null ? new Random().nextLong(1_000_000_000) : given);
        }
        return seed.getAsLong();
    }

    /** Chance that can be repeated. */
    public Random random() {
        return new Random(seed());
    }

    Row judged(String verdict) {
        return new Row(experiment, done, seed.isPresent() ? Long.toString(seed.getAsLong()) : "", verdict);
    }

    /** A line of the report. */
    record Row(String experiment, String done, String seed, String verdict) {

        String markdown() {
            return "| %s | %s | %s | %s |".formatted(cell(experiment), cell(done), cell(seed), cell(verdict));
        }

        private static String cell(String text) {
            return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
        }
    }
}
