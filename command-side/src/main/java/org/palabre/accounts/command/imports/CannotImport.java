package org.palabre.accounts.command.imports;

/** Why nothing more is imported, in words for whoever asked for it. */
final class CannotImport extends RuntimeException {

    CannotImport(String words) {
        super(words);
    }
}
