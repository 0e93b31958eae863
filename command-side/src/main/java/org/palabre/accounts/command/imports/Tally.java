package org.palabre.accounts.command.imports;

import org.palabre.accounts.command.imports.Outcome.Bad;
import org.palabre.accounts.command.imports.Outcome.Imported;
import org.palabre.accounts.command.imports.Outcome.ThereAlready;
import org.palabre.console.Console;

/** Counts what became of the rows, and tells of it. */
final class Tally {

    private final Console console;
    private final long total;
    private long imported;
    private long thereAlready;
    private long bad;

    /**
     * @param total how many rows there are
     */
    Tally(Console console, long total) {
        this.console = console;
        this.total = total;
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Imported _ -> imported++;
            case ThereAlready _ -> thereAlready++;
            case Bad(long line, String why) -> {
                bad++;
                console.say("Line %d: %s.".formatted(line, why));
            }
        }
        console.progress("Importing", imported + thereAlready + bad, total);
    }

    boolean allAreIn() {
        return bad == 0;
    }

    @Override
    public String toString() {
        return "Of %s accounts %s were imported, %s were there already, %s could not be taken."
                .formatted(
                        Console.number(total),
                        Console.number(imported),
                        Console.number(thereAlready),
                        Console.number(bad));
    }
}
