package org.palabre.sockets;

/**
 * Puts a frame together from its parts: a buffer for the largest one would be kept for every socket that is open. Used by
 * the one thread that takes them.
 */
class ArrivingFrame {

    private final int most;
    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /**
     * @param most bytes that it may have
     */
    ArrivingFrame(int most) {
        this.most = most;
    }

    /** Adds what comes next, unless it is too much. */
    boolean add(String part, int length) {
        bytes += length;
        if (bytes > most) {
            return false;
        }
        text.append(part);
        return true;
    }

    /** The whole of it; the next one begins. */
    String take() {
        var whole = text.toString();
        text.setLength(0);
        text.trimToSize();
        bytes = 0;
        return whole;
    }
}
