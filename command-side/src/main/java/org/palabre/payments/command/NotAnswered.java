package org.palabre.payments.command;

/** A provider did not say what became of it: to be asked again later. */
class NotAnswered extends RuntimeException {

    NotAnswered(String why) {
        super(why, null, false, false);
    }
}
