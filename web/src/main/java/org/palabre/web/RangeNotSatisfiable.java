package org.palabre.web;

/** A range begins where the file has ended already. */
public class RangeNotSatisfiable extends RuntimeException {

    private final long size;

    /** Refuses a range of a file of so many bytes. */
    public RangeNotSatisfiable(long size) {
        super("Beyond " + size + " bytes");
        this.size = size;
    }

    long size() {
        return size;
    }
}
