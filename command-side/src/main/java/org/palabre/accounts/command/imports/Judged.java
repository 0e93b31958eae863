package org.palabre.accounts.command.imports;

import org.palabre.accounts.AccountCommand.ImportAccount;

/** What a row is, seen by itself and beside those before it. */
sealed interface Judged permits Judged.Good, Outcome.Bad {

    record Good(long line, ImportAccount command) implements Judged {}
}
