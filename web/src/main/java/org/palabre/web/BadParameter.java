package org.palabre.web;

/** A query parameter with a value that it cannot have, or one that the call does not know. */
class BadParameter extends RuntimeException {

    private final String parameter;
    private final String reason;

    /** Refuses a parameter for a reason that is the key of a text. */
    BadParameter(String parameter, String reason) {
        super(parameter + ": " + reason);
        this.parameter = parameter;
        this.reason = reason;
    }

    String parameter() {
        return parameter;
    }

    String reason() {
        return reason;
    }
}
