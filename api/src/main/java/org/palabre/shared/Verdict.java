package org.palabre.shared;

/**
 * An answer that may be a no. It is none of the refusals because those undo what their command did, and this one's has to
 * stay; like those it leaves the key of its request free.
 */
public interface Verdict {

    /** Whether it is a no. */
    boolean refused();
}
