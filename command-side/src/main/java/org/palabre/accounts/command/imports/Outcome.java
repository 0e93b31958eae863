package org.palabre.accounts.command.imports;

/** What became of one row. */
sealed interface Outcome {

    record Imported() implements Outcome {}

    /** An account has its e-mail, from an earlier import or by itself. */
    record ThereAlready() implements Outcome {}

    record Bad(long line, String why) implements Outcome, Judged {}
}
