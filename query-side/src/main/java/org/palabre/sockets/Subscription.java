package org.palabre.sockets;

import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused.Common;
import org.palabre.sockets.LiveFrame.Outgoing.Complete;
import org.palabre.sockets.LiveFrame.Outgoing.Initial;

/** A state that one socket follows under an id of its own choice. */
class Subscription implements Follower {

    private final String id;
    private final Object query;
    private final Socket socket;
    private final Runnable forget;
    private @Nullable Told last;
    private boolean ended;

    /**
     * @param forget what is to be done when there is nothing to follow any more
     */
    Subscription(String id, Object query, Socket socket, Runnable forget) {
        this.id = id;
        this.query = query;
        this.socket = socket;
        this.forget = forget;
    }

    Object query() {
        return query;
    }

    /** An update takes the place of the one before if that still waits: who reads slowly skips states. */
    @Override
    public synchronized void told(Told state) {
        if (ended || state == last) {
            return;
        }
        if (last == null) {
            socket.send(new Initial(id, state.json()));
        } else {
            socket.sendNewest(this, state.update(id));
        }
        last = state;
    }

    @Override
    public void gone() {
        if (end()) {
            forget.run();
            socket.refuse(Common.NOT_FOUND.code(), id, null);
        }
    }

    void complete() {
        if (end()) {
            socket.send(new Complete(id));
        }
    }

    private synchronized boolean end() {
        var first = !ended;
        ended = true;
        return first;
    }
}
