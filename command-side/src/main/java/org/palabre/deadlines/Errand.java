package org.palabre.deadlines;

/**
 * Something that has to be done outside, such as handing over a mail. A handler asks for it by answering a deadline's
 * command with the task; it is then run outside of any transaction, and the deadline stands until it has succeeded.
 */
public interface Errand<T> {

    /** The answers that ask for it. */
    Class<T> task();

    /**
     * Does it; whatever is thrown makes the deadline's command be sent again later.
     *
     * @throws Postponed if it cannot be done yet, which is no failure
     */
    void run(T task);
}
