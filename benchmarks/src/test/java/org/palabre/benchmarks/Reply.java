package org.palabre.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An answer to a request. */
record Reply(int status, byte[] body) {

    private static final String ID = "\"id\":\"";

    /** Whoever measures refusals measures nothing. */
    Reply is(int expected) {
        if (status != expected) {
            throw new IllegalStateException(status + " instead of " + expected + ": " + new String(body, UTF_8));
        }
        return this;
    }

    /** The id of what was answered, its first field. */
    String id() {
        return text(ID);
    }

    String text(String start) {
        var json = new String(body, UTF_8);
        var from = json.indexOf(start) + start.length();
        return json.substring(from, json.indexOf('"', from));
    }
}
