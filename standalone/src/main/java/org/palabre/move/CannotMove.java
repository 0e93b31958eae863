package org.palabre.move;

/** Why the move ends here, in words for whoever asked for it. */
final class CannotMove extends RuntimeException {

    CannotMove(String words) {
        super(words);
    }
}
