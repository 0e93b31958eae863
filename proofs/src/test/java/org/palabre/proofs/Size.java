package org.palabre.proofs;

/** How much an experiment does: a little in every build, a lot where the proofs are run for their own sake. */
public final class Size {

    private static final boolean LONG =
            System.getProperty("proofs.form", "short").equals("long");

    private Size() {}

    /** The number for the form that runs, unless {@code -Dproofs.<name>=} says another. */
    public static int of(String name, int inShort, int inLong) {
        return Integer.getInteger("proofs." + name, LONG ? inLong : inShort);
    }
}
