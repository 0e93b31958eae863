package org.palabre.web;

/** A header that cannot be read; the caller is told which. */
class BadHeader extends RuntimeException {

    private final String header;

    BadHeader(String header) {
        this(header, null);
    }

    BadHeader(String header, @org.jspecify.annotations.Nullable Throwable cause) {
        super("Unreadable header " + header, cause);
        this.header = header;
    }

    String header() {
        return header;
    }
}
