package org.palabre.sockets;

import org.palabre.shared.Actor;

/** Says whether those who have come in may stay; each kind of actor has one. */
public interface StillGood {

    /** Whether the session or token still holds with which the actor came; true of those it does not know about. */
    boolean stillGood(Actor actor);
}
