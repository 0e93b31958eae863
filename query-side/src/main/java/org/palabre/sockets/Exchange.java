package org.palabre.sockets;

import tools.jackson.databind.node.ObjectNode;

/** What goes on over one socket, from its opening to its end. */
public interface Exchange {

    /** Takes a frame, one after the other; one that it refuses or cannot bind is answered by an error. */
    void received(ObjectNode frame);

    /** The socket is gone. May come while a frame is being taken. */
    void closed();
}
