package org.palabre.sockets;

/** Who is told what a shared query brings. Must not wait. */
interface Follower {

    /** Something new. */
    void told(Told news);

    /** There is nothing to follow any more. */
    default void gone() {}
}
