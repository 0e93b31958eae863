package org.palabre.sockets;

import org.palabre.shared.Actor;

/** Somebody who takes note of who comes in over a socket and goes again, each time once; in no order where it happens at once. */
public interface Attendant {

    void came(Actor actor);

    void left(Actor actor);
}
