package org.palabre.web;

/** A file that was sent and is not taken. */
public class UnfitFile extends RuntimeException {

    /** The part of a {@code multipart/form-data} body in which every file is sent. */
    public static final String FIELD = "file";

    /** What is wrong with it. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        /** It is broken, or its content is of another type. */
        WRONG_TYPE
    }

    private final Reason reason;

    public UnfitFile(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
